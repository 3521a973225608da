import type { Alert } from '@trunkline/pulse-client';

/** An open alert, for specs. */
export function makeAlert(id: number, changed: Partial<Alert> = {}): Alert {
  return {
    id,
    ruleId: 1,
    ruleName: 'Busy processor',
    metric: 'cpuPercent',
    comparison: 'above',
    threshold: 90,
    hostId: 'web-1',
    hostName: 'web-1',
    value: 97,
    openedAt: new Date(0),
    resolvedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    ...changed,
  };
}
