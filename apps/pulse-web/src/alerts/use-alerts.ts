import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { trpc } from '../connection/trpc.js';
import { applyAlertChange } from './alert-state.js';

export const shownAlertCount = 50;
export const alertsInput = { limit: shownAlertCount };

/** The newest alerts, kept up to date by the server. */
export function useAlerts() {
  const queryClient = useQueryClient();
  const queryKey = trpc.alerts.list.queryKey(alertsInput);
  useSubscription(
    trpc.alerts.onChange.subscriptionOptions(undefined, {
      // The list may have been read before the subscription began, and what happened in between is in neither.
      onStarted: () => void queryClient.invalidateQueries({ queryKey }),
      onData: ({ data: change }) =>
        queryClient.setQueryData(queryKey, (alerts) =>
          alerts ? applyAlertChange(alerts, change, shownAlertCount) : alerts,
        ),
    }),
  );
  return useQuery(trpc.alerts.list.queryOptions(alertsInput));
}
