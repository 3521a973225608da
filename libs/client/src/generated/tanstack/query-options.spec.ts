import { describe, expect, it } from '@jest/globals';
import type { CallOptions } from '../../client-options.js';
import type { Mutation, Query } from '../procedures.js';
import { mutationOptions, queryOptions } from './query-options.js';

const calls: [unknown, CallOptions | undefined][] = [];

const list: Query<{ limit: number }, string[]> = {
  path: () => 'orders.list',
  query: async (input, options) => {
    calls.push([input, options]);
    return ['one'];
  },
};
const count: Query<void, number> = { path: () => 'orders.count', query: () => Promise.resolve(2) };
const add: Mutation<number, string> = { path: () => 'orders.add', mutate: async (input) => `added ${input}` };

describe('queryOptions', () => {
  it('asks the query with its input, and withdraws it with the signal', async () => {
    const { signal } = new AbortController();
    const options = queryOptions(list, { limit: 3 });
    expect(options.queryKey).toEqual(['orders.list', { limit: 3 }]);
    const answer: string[] = await options.queryFn({ signal });
    expect(answer).toEqual(['one']);
    expect(calls).toEqual([[{ limit: 3 }, { signal }]]);
  });

  it('needs no input where the query takes none', async () => {
    const options = queryOptions(count);
    expect(options.queryKey).toEqual(['orders.count']);
    const answer: number = await options.queryFn({ signal: new AbortController().signal });
    expect(answer).toBe(2);
  });
});

describe('mutationOptions', () => {
  it('gives the mutation what it is called with', async () => {
    const options = mutationOptions(add);
    expect(options.mutationKey).toEqual(['orders.add']);
    const answer: string = await options.mutationFn(4);
    expect(answer).toBe('added 4');
  });
});
