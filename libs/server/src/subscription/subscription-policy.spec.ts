import { describe, expect, it } from '@jest/globals';
import { type SubscriptionPolicy, validateSubscriptionPolicy } from './subscription-policy.js';

describe('validateSubscriptionPolicy', () => {
  const right: readonly SubscriptionPolicy[] = [
    {},
    { keep: false, overflow: 'pause', maxRate: 0.5 },
    { keep: { events: 1, bytes: 1, ms: 1 }, overflow: 'latest' },
    { keep: {}, overflow: 'end' },
    { overflow: 'disconnect' },
    { overflow: { buffer: 1 } },
    { overflow: { dropOldest: 5 } },
    { overflow: { latest: (event: { symbol: string }) => event.symbol } },
  ];

  it.each(right)('takes %j', (policy) => {
    expect(validateSubscriptionPolicy('a', policy)).toEqual(policy);
  });

  it.each([
    [7, 'trunkline.subscription is a value of type number'],
    [[], 'trunkline.subscription is a value of type object'],
    [{ keep: true }, 'trunkline.subscription.keep is a value of type boolean'],
    [{ keep: { events: 0 } }, 'trunkline.subscription.keep.events is 0'],
    [{ keep: { bytes: 1.5 } }, 'trunkline.subscription.keep.bytes is 1.5'],
    [{ keep: { ms: '5' } }, 'trunkline.subscription.keep.ms is 5'],
    [{ overflow: 'drop' }, 'trunkline.subscription.overflow is "drop"'],
    [{ overflow: { buffer: 0 } }, 'trunkline.subscription.overflow.buffer is 0'],
    [{ overflow: { dropOldest: -1 } }, 'trunkline.subscription.overflow.dropOldest is -1'],
    [{ overflow: { latest: 'symbol' } }, 'trunkline.subscription.overflow is a value of type object'],
    [{ overflow: { buffer: 1, dropOldest: 1 } }, 'trunkline.subscription.overflow is a value of type object'],
    [{ overflow: null }, 'trunkline.subscription.overflow is a value of type object'],
    [{ maxRate: 0 }, 'trunkline.subscription.maxRate is 0'],
    [{ maxRate: Infinity }, 'trunkline.subscription.maxRate is Infinity'],
    [{ maxRate: '5' }, 'trunkline.subscription.maxRate is 5'],
  ])('refuses %j, and says where it stands', (policy, message) => {
    expect(() => validateSubscriptionPolicy('rooms.on', policy)).toThrow(
      `The meta of the procedure "rooms.on": ${message}`,
    );
  });
});
