import { describe, expect, it } from '@jest/globals';
import type { TunableIterator } from '../../subscriptions/pace.js';
import type { Subscription } from '../procedures.js';
import { liveOptions } from './live-options.js';

function counter(numbers: readonly number[]): Subscription<{ from: number }, number> {
  const subscribe = ({ from }: { from: number }) => Object.assign(iterate(numbers, from), { tune: () => undefined });
  return {
    path: () => 'count',
    subscribe: subscribe as unknown as Subscription<{ from: number }, number>['subscribe'],
  };
}

async function* iterate(numbers: readonly number[], from: number): AsyncGenerator<number, undefined> {
  for (const number of numbers) yield from + number;
  return undefined;
}

function createContext() {
  const written: unknown[] = [];
  return {
    written,
    signal: new AbortController().signal,
    client: { setQueryData: (queryKey: readonly unknown[], data: unknown) => written.push([...queryKey, data]) },
  };
}

describe('liveOptions', () => {
  it('shows the newest event', async () => {
    const context = createContext();
    const options = liveOptions(counter([1, 2]), { from: 10 });
    const last: number = await options.queryFn(context);
    expect(last).toBe(12);
    expect(context.written).toEqual([
      ['count', { from: 10 }, 11],
      ['count', { from: 10 }, 12],
    ]);
  });

  it('shows what is made of all events', async () => {
    const all = liveOptions(
      counter([1, 2]),
      { from: 0 },
      { initial: ['0'], reduce: (data, event) => [...data, `${event}`] },
    );
    const texts: string[] = await all.queryFn(createContext());
    expect(texts).toEqual(['0', '1', '2']);
  });

  it('fails where there is nothing to show', async () => {
    await expect(liveOptions(counter([]), { from: 0 }).queryFn(createContext())).rejects.toThrow(
      '"count" ended before its first event.',
    );
  });

  it('passes the signal on, so that the subscription ends with the query', async () => {
    const given: unknown[] = [];
    const procedure: Subscription<void, number> = {
      path: () => 'ticks',
      subscribe: ((_input: unknown, options: unknown) => {
        given.push(options);
        return Object.assign(iterate([1], 0), { tune: () => undefined }) as unknown as TunableIterator<number>;
      }) as unknown as Subscription<void, number>['subscribe'],
    };
    const context = createContext();
    await liveOptions(procedure, undefined).queryFn(context);
    expect(given).toEqual([{ signal: context.signal }]);
  });
});
