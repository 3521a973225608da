import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../connection/trpc.js';
import { acknowledgeInList } from './alert-state.js';
import { alertsInput } from './use-alerts.js';

/** Acknowledges an alert: shown at once, taken back with the reason if the server did not take it. */
export function useAcknowledge() {
  const queryClient = useQueryClient();
  const queryKey = trpc.alerts.list.queryKey(alertsInput);
  return useMutation(
    trpc.alerts.acknowledge.mutationOptions({
      onMutate: async ({ alertId }) => {
        await queryClient.cancelQueries({ queryKey });
        const before = queryClient.getQueryData(queryKey)?.find(({ id }) => id === alertId);
        queryClient.setQueryData(queryKey, (alerts) => alerts && acknowledgeInList(alerts, alertId, new Date()));
        return { before };
      },
      onError: (_error, { alertId }, shown) => {
        const before = shown?.before;
        if (!before) return;
        queryClient.setQueryData(queryKey, (alerts) => alerts?.map((alert) => (alert.id === alertId ? before : alert)));
      },
      // The call may have been carried out although its answer was lost; the list tells.
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  );
}
