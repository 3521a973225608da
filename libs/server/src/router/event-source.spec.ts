import { describe, expect, it } from '@jest/globals';
import { observable } from '@trpc/server/observable';
import type { FlowRule } from '../subscription/flow-rule.js';
import { QueuedSource } from '../subscription/queued-source.js';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { openEventSource } from './event-source.js';

const open = (output: unknown, flow: Partial<FlowRule> = {}) =>
  openEventSource(
    output,
    { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 10, ...flow },
    new FakeServerClock(),
  );

async function collect(source: AsyncIterator<unknown> | undefined): Promise<unknown[]> {
  const events: unknown[] = [];
  for (let result = await source?.next(); result?.done === false; result = await source?.next())
    events.push(result.value);
  return events;
}

describe('openEventSource', () => {
  it('reads a generator', async () => {
    const generator = (async function* () {
      yield 1;
      yield 2;
    })();
    expect(await collect(open(generator))).toEqual([1, 2]);
  });

  it('reads any async iterable', async () => {
    const iterable = {
      [Symbol.asyncIterator]: () => {
        let left = 2;
        return {
          next: () => Promise.resolve(left-- > 0 ? { done: false, value: 'event' } : { done: true, value: undefined }),
        };
      },
    };
    expect(await collect(open(iterable))).toEqual(['event', 'event']);
  });

  it('reads an observable, with the bound it is given', async () => {
    const source = open(
      observable<number>((observer) => {
        for (const event of [1, 2, 3]) observer.next(event);
        observer.complete();
      }),
      { maxQueuedEvents: 2 },
    );
    expect(await collect(source)).toMatchObject([{ count: 1 }, 2, 3]);
  });

  it('reads a generator as it is while it may simply wait, and through a queue where it may not', async () => {
    const generate = async function* () {
      yield 1;
    };
    expect(open(generate())).not.toBeInstanceOf(QueuedSource);
    for (const flow of [{ maxRate: 5 }, { overflow: 'latest' }, { overflow: { buffer: 2 } }] as const) {
      const source = open(generate(), flow);
      expect(source).toBeInstanceOf(QueuedSource);
      expect(await collect(source)).toEqual([1]);
    }
  });

  it.each([[undefined], [null], ['text'], [7], [[1, 2]], [{ next: () => undefined }], [() => undefined]])(
    'finds no events in %p',
    (output) => {
      expect(open(output)).toBeUndefined();
    },
  );
});
