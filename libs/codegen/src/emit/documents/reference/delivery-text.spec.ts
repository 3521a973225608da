import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../contract/json.js';
import { procedureOf } from '../protocol/wire.spec-support.js';
import { deliveryLines } from './delivery-text.js';

const subscriptionLines = (policy: Json): string =>
  deliveryLines(procedureOf('subscription', { meta: { trunkline: { subscription: policy } } })).join(' ');

const mutationLines = (policy: Json): string =>
  deliveryLines(procedureOf('mutation', { meta: { trunkline: { mutation: policy } } })).join(' ');

describe('deliveryLines', () => {
  it.each<[Json, string]>([
    [{ keep: false }, 'Nothing is kept'],
    [{ keep: { events: 5, ms: 100 } }, 'at most 5 events, 100 ms'],
    [{ overflow: 'pause' }, 'the source waits'],
    [{ overflow: 'latest' }, 'only the newest event waits'],
    [{ overflow: 'end' }, '`CONSUMER_TOO_SLOW`'],
    [{ overflow: 'disconnect' }, '4103'],
    [{ overflow: { buffer: 3 } }, '3 events wait'],
    [{ overflow: { dropOldest: 4 } }, 'the newest 4 events wait'],
    [{ overflow: {} }, 'the newest event of each kind waits'],
    [{ maxRate: 2 }, 'At most 2 events a second'],
  ])('says the policy %j of a subscription', (policy, text) => expect(subscriptionLines(policy)).toContain(text));

  it.each<[Json, string]>([
    [{ key: 'required' }, 'must name a key'],
    [{ key: 'off' }, 'Keys are passed over'],
    [{ mayRunAgain: true }, 'May run twice'],
    [{ keepMs: 50 }, 'kept for 50 ms'],
  ])('says the policy %j of a mutation', (policy, text) => expect(mutationLines(policy)).toContain(text));

  it('says that events are tracked, and nothing where nothing is said', () => {
    expect(deliveryLines(procedureOf('subscription', { tracked: true }))).toHaveLength(1);
    expect(deliveryLines(procedureOf('query'))).toEqual([]);
    expect(mutationLines({ key: 'optional' })).toBe('');
  });
});
