import type { Alert, AlertChange } from '@trunkline/pulse-client';

export type AlertState = 'open' | 'acknowledged' | 'resolved';

export function alertState(alert: Pick<Alert, 'resolvedAt' | 'acknowledgedAt'>): AlertState {
  if (alert.resolvedAt !== null) return 'resolved';
  return alert.acknowledgedAt !== null ? 'acknowledged' : 'open';
}

/** The list with one alert as it stands after a change; at most `maxCount`, the newest first. */
export function applyAlertChange(alerts: readonly Alert[], { alert }: AlertChange, maxCount: number): Alert[] {
  const others = alerts.filter(({ id }) => id !== alert.id);
  return [...others, alert].toSorted((a, b) => b.id - a.id).slice(0, maxCount);
}

/** The list as it will be once the server has taken an acknowledgement; a resolved alert may be acknowledged too. */
export function acknowledgeInList(alerts: readonly Alert[], alertId: number, acknowledgedAt: Date): Alert[] {
  return alerts.map((alert) =>
    alert.id === alertId && alert.acknowledgedAt === null ? { ...alert, acknowledgedAt } : alert,
  );
}

/** What needs somebody first: open ones, then those somebody looks after, then the past; the newest first in each. */
export function inOrderOfUrgency(alerts: readonly Alert[]): Alert[] {
  return alerts.toSorted((a, b) => urgency[alertState(a)] - urgency[alertState(b)] || b.id - a.id);
}

const urgency: Record<AlertState, number> = { open: 0, acknowledged: 1, resolved: 2 };
