import { describe, expect, it } from '@jest/globals';
import { decideQueueRule } from './flow-rule.js';
import type { OverflowPolicy } from './subscription-policy.js';

const rule = (overflow: OverflowPolicy, maxRate?: number) => decideQueueRule({ overflow, maxRate, maxQueuedEvents: 9 });

describe('decideQueueRule', () => {
  it.each([
    ['pause', { name: 'dropOldest', capacity: 9 }],
    [{ dropOldest: 3 }, { name: 'dropOldest', capacity: 3 }],
    [{ buffer: 3 }, { name: 'buffer', capacity: 3 }],
    ['latest', { name: 'latest', capacity: 9, keyOf: undefined }],
    ['end', { name: 'refuse', capacity: 9 }],
    ['disconnect', { name: 'refuse', capacity: 9 }],
  ] as const)('makes of %j what the queue does', (overflow, expected) => {
    expect(rule(overflow)).toEqual(expected);
  });

  it('merges by the key of the application, whatever that gives', () => {
    const made = rule({ latest: (event: { id: number }) => event.id as unknown as string });
    expect(made.name === 'latest' && made.keyOf?.({ id: 7 })).toBe('7');
  });

  it('merges whatever comes faster than the pace', () => {
    expect(rule({ buffer: 3 }, 5)).toEqual({ name: 'latest', capacity: 9, keyOf: undefined });
    expect(rule({ latest: () => 'a' }, 5)).toMatchObject({ name: 'latest', keyOf: expect.any(Function) });
  });
});
