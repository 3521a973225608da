import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Alert } from '@trunkline/pulse-client';
import { keyOf, queryOptions } from '@trunkline/pulse-client/tanstack';
import { useEffect } from 'react';
import { client } from '../connection/connect.js';
import { applyAlertChange } from './alert-state.js';

export const shownAlertCount = 50;
const alertsInput = { limit: shownAlertCount };

/** How the alerts that the page shows are read, and the key under which they are kept. */
export const alertsQuery = queryOptions(client.alerts.list, alertsInput);
export const alertsKey = keyOf(client.alerts.list, alertsInput);

/** The newest alerts, kept up to date by the server. */
export function useAlerts() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const readAgain = () => void queryClient.invalidateQueries({ queryKey: alertsKey });
    const changes = client.alerts.onChange.subscribe(undefined, {
      // The list may have been read before the subscription began, and what happened in between is in neither.
      onStarted: readAgain,
      onGap: readAgain,
      onData: ({ data: change }) =>
        void queryClient.setQueryData<readonly Alert[]>(alertsKey, (alerts) =>
          alerts ? applyAlertChange(alerts, change, shownAlertCount) : alerts,
        ),
    });
    return () => changes.unsubscribe();
  }, [queryClient]);
  return useQuery(alertsQuery);
}
