import { describe, expect, it } from '@jest/globals';
import { locateFailure, locateJsonFailure } from './locate-failure.js';

function locate(value: unknown): string {
  try {
    JSON.stringify(value);
  } catch (thrown) {
    return locateJsonFailure(value, thrown).message;
  }
  return 'it can travel';
}

const bigintReason = 'a bigint has no JSON form; use a transformer such as superjson';

describe('locateJsonFailure', () => {
  it('writes the path as one would in code', () => {
    expect(locate(1n)).toBe(bigintReason);
    expect(locate({ orders: [0, 0, 0, { total: 1n }] })).toBe(`orders[3].total: ${bigintReason}`);
    expect(locate([[1n]])).toBe(`[0][0]: ${bigintReason}`);
    expect(locate({ 'two words': { größe: 1n } })).toBe(`["two words"].größe: ${bigintReason}`);
    expect(locate({ '': 1n })).toBe(`[""]: ${bigintReason}`);
  });

  it('names both ends of a cycle', () => {
    const parent: Record<string, unknown> = { name: 'a' };
    parent['children'] = [{ parent }];
    expect(locate(parent)).toBe('children[0].parent: it refers back to the whole value, and JSON has no cycles');
    expect(locate({ tree: parent })).toBe('tree.children[0].parent: it refers back to tree, and JSON has no cycles');
  });

  it('does not take an object that is merely seen twice for a cycle', () => {
    const twice = { a: 1 };
    expect(locate({ first: twice, second: twice, third: 1n })).toBe(`third: ${bigintReason}`);
  });

  it('looks at what toJSON gives, as JSON does', () => {
    expect(locate({ told: { toJSON: () => ({ amount: 1n }) } })).toBe(`told.amount: ${bigintReason}`);
    expect(locate({ kept: { hidden: 1n, toJSON: () => 'fine' }, culprit: 1n })).toBe(`culprit: ${bigintReason}`);
  });

  it('names the member whose own code throws', () => {
    const told = {
      toJSON: () => {
        throw new Error('not today');
      },
    };
    const read = {
      get total() {
        throw new Error('no rows');
      },
    };
    expect(locate({ a: [told] })).toBe('a[0]: reading it threw: not today');
    expect(locate({ a: read })).toBe('a.total: reading it threw: no rows');
  });

  it('says that a value is too deep, however deep it is', () => {
    let deep: unknown = [];
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(locate(deep)).toMatch(/^the value is nested too deeply or too large \(/);
  });
});

describe('locateFailure', () => {
  it('falls back on what was thrown when nothing is found', () => {
    const rules = { culpritReason: () => undefined, isJson: false };
    expect(locateFailure({ a: 1 }, new Error('who knows'), rules).message).toBe('who knows');
  });

  it('enters what is shared once when it does not follow JSON', () => {
    let shared: unknown = 1;
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    const rules = { culpritReason: () => undefined, isJson: false };
    expect(locateFailure(shared, new Error('who knows'), rules).message).toBe('who knows');
  });

  it('walks through cycles and toJSON when it does not follow JSON', () => {
    const cyclic: Record<string, unknown> = { toJSON: () => 'hidden' };
    cyclic['self'] = cyclic;
    cyclic['bad'] = 'x';
    const rules = { culpritReason: (key: string) => (key === 'bad' ? 'refused' : undefined), isJson: false };
    expect(locateFailure([cyclic], new Error('refused'), rules).message).toBe('[0].bad: refused');
  });
});
