import { describe, expect, it } from '@jest/globals';
import { makeAlert } from '../testing/make-alert.js';
import { acknowledgeInList, alertState, applyAlertChange, inOrderOfUrgency } from './alert-state.js';

const now = new Date(5_000);
const idsOf = (alerts: readonly { readonly id: number }[]) => alerts.map(({ id }) => id);

describe('alertState', () => {
  it('is resolved once resolved, acknowledged or not', () => {
    expect(alertState({ resolvedAt: null, acknowledgedAt: null })).toBe('open');
    expect(alertState({ resolvedAt: null, acknowledgedAt: now })).toBe('acknowledged');
    expect(alertState({ resolvedAt: now, acknowledgedAt: now })).toBe('resolved');
  });
});

describe('applyAlertChange', () => {
  const change = { id: 9, kind: 'opened', changedAt: now } as const;

  it('puts a new alert first and drops the oldest beyond the limit', () => {
    const alerts = [makeAlert(2), makeAlert(1)];
    expect(idsOf(applyAlertChange(alerts, { ...change, alert: makeAlert(3) }, 2))).toEqual([3, 2]);
  });

  it('replaces an alert in its place, and changes nothing when it comes again', () => {
    const alert = makeAlert(1, { acknowledgedAt: now });
    const once = applyAlertChange([makeAlert(2), makeAlert(1)], { ...change, alert }, 9);
    expect(once).toEqual([makeAlert(2), alert]);
    expect(applyAlertChange(once, { ...change, alert }, 9)).toEqual(once);
  });
});

describe('acknowledgeInList', () => {
  it('acknowledges that alert alone, and never a second time', () => {
    const earlier = new Date(1_000);
    const alerts = [makeAlert(2), makeAlert(1, { acknowledgedAt: earlier })];
    expect(acknowledgeInList(alerts, 2, now).map((alert) => alert.acknowledgedAt)).toEqual([now, earlier]);
    expect(acknowledgeInList(alerts, 1, now)).toEqual(alerts);
  });
});

describe('inOrderOfUrgency', () => {
  it('puts open before acknowledged before resolved, the newest first in each', () => {
    const alerts = [
      makeAlert(1),
      makeAlert(2, { resolvedAt: now }),
      makeAlert(3, { acknowledgedAt: now }),
      makeAlert(4),
    ];
    expect(idsOf(inOrderOfUrgency(alerts))).toEqual([4, 1, 3, 2]);
  });
});
