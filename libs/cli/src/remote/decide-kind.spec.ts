import { describe, expect, it } from '@jest/globals';
import { decideKind, expectSubscription } from './decide-kind.js';
import type { ProcedureList } from './procedure-list.js';

const list: ProcedureList = {
  title: '',
  version: '',
  transformer: 'none',
  procedures: (['query', 'mutation', 'subscription'] as const).map((kind) => ({
    path: kind,
    kind,
    summary: '',
    isDeprecated: false,
  })),
};

describe('decideKind', () => {
  it('believes the server, then the command line, then what does no harm', () => {
    expect(decideKind('query', {}, list, false)).toBe('query');
    expect(decideKind('mutation', {}, list, false)).toBe('mutation');
    expect(decideKind('a', { query: true }, undefined, false)).toBe('query');
    expect(decideKind('a', { mutation: true }, undefined, true)).toBe('mutation');
    expect(decideKind('a', {}, undefined, false)).toBe('mutation');
    expect(decideKind('a', {}, undefined, true)).toBe('query');
  });

  it.each([
    ['subscription', {}, 'use trunkline subscribe'],
    ['mutation', { query: true }, 'leave out --query'],
    ['query', { mutation: true }, 'leave out --mutation'],
    ['query', { query: true, mutation: true }, 'exclude each other'],
  ])('refuses a %s with %j', (path, flags, message) => {
    expect(() => decideKind(path, flags, list, false)).toThrow(message);
  });
});

describe('expectSubscription', () => {
  it('refuses what is known to be none', () => {
    expect(() => expectSubscription('query', list)).toThrow('"query" is a query: use trunkline call.');
    expectSubscription('subscription', list);
    expectSubscription('unknown', list);
    expectSubscription('query', undefined);
  });
});
