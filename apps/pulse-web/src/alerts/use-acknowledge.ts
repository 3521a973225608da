import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '@trunkline/pulse-client';
import { mutationOptions } from '@trunkline/pulse-client/tanstack';
import { client } from '../connection/connect.js';
import { acknowledgeInList } from './alert-state.js';
import { alertsKey } from './use-alerts.js';

/** Acknowledges an alert: shown at once, taken back with the reason if the server did not take it. */
export function useAcknowledge() {
  const queryClient = useQueryClient();
  const queryKey = alertsKey;
  const change = (update: (alerts: readonly Alert[]) => readonly Alert[]): void =>
    void queryClient.setQueryData<readonly Alert[]>(queryKey, (alerts) => alerts && update(alerts));
  return useMutation({
    ...mutationOptions(client.alerts.acknowledge),
    onMutate: async ({ alertId }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<readonly Alert[]>(queryKey)?.find(({ id }) => id === alertId);
      change((alerts) => acknowledgeInList(alerts, alertId, new Date()));
      return { before };
    },
    onError: (_error, { alertId }, shown) => {
      const before = shown?.before;
      if (before) change((alerts) => alerts.map((alert) => (alert.id === alertId ? before : alert)));
    },
    // The call may have been carried out although its answer was lost; the list tells.
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
