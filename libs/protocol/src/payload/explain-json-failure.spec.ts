import { describe, expect, it } from '@jest/globals';
import { explainJsonFailure } from './explain-json-failure.js';

function explain(value: unknown): string {
  try {
    JSON.stringify(value);
  } catch (thrown) {
    return explainJsonFailure(value, thrown).message;
  }
  return 'it can travel';
}

const bigintReason = 'a bigint has no JSON form; use a transformer such as superjson';

describe('explainJsonFailure', () => {
  it('writes the path of a bigint', () => {
    expect(explain(1n)).toBe(bigintReason);
    expect(explain({ orders: [0, 0, 0, { total: 1n }] })).toBe(`orders[3].total: ${bigintReason}`);
    expect(explain({ told: { toJSON: () => ({ amount: 1n }) } })).toBe(`told.amount: ${bigintReason}`);
  });

  it('repeats what the platform says of cycles and of values that are too deep', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(explain(cyclic)).toContain('circular');
    let deep: unknown = [];
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(explain(deep)).toContain('call stack');
  });

  it('repeats what a member of the application throws', () => {
    const told = {
      toJSON: () => {
        throw new Error('not today');
      },
    };
    expect(explain({ a: [told] })).toBe('not today');
  });
});
