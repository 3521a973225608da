import { describe, expect, it } from '@jest/globals';
import { type LiveSource, readWithStatus } from './live-source.js';

describe('readWithStatus', () => {
  it('asks for gaps and states beside the events, on the object that has the method', () => {
    const asked: unknown[] = [];
    const source = {
      name: 'ticks',
      subscribe(...args: readonly unknown[]): AsyncIterable<number> {
        asked.push(this.name, ...args);
        return { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) };
      },
    } satisfies LiveSource<string, number> & { readonly name: string };
    readWithStatus<string, number>(source, 'x', { maxRate: 2 });
    expect(asked).toEqual(['ticks', 'x', { maxRate: 2, status: true }]);
  });
});
