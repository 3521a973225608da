import { describe, expect, it } from '@jest/globals';
import { observable } from '@trpc/server/observable';
import { openEventSource } from './event-source.js';

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
    expect(await collect(openEventSource(generator, 10))).toEqual([1, 2]);
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
    expect(await collect(openEventSource(iterable, 10))).toEqual(['event', 'event']);
  });

  it('reads an observable, with the bound it is given', async () => {
    const source = openEventSource(
      observable<number>((observer) => {
        for (const event of [1, 2, 3]) observer.next(event);
        observer.complete();
      }),
      2,
    );
    expect(await collect(source)).toMatchObject([{ count: 1 }, 2, 3]);
  });

  it.each([[undefined], [null], ['text'], [7], [[1, 2]], [{ next: () => undefined }], [() => undefined]])(
    'finds no events in %p',
    (output) => {
      expect(openEventSource(output, 10)).toBeUndefined();
    },
  );
});
