import { describe, expect, it } from '@jest/globals';
import { type FakeServerClock, promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { count, setUpPump as setUp } from '../testing/pump-target.spec-support.js';
import type { EventStream } from './event-stream.js';

/** A source that says what is asked of it, and answers when a spec lets it. */
class ManualSource implements AsyncIterator<unknown> {
  readonly log: string[] = [];
  #answer: ((result: IteratorResult<unknown>) => void) | undefined;

  next(): Promise<IteratorResult<unknown>> {
    this.log.push('next');
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  return(): Promise<IteratorResult<unknown>> {
    this.log.push('return');
    return Promise.resolve({ done: true, value: undefined });
  }

  async give(value: unknown): Promise<void> {
    this.#answer?.({ done: false, value });
    await promisesRun();
  }
}

describe('Pump', () => {
  it('hands on every event in order, then the end', async () => {
    const { pump, target } = setUp(count(3));
    await pump.run();
    expect(target.taken).toEqual([1, 2, 3]);
    expect(target.endings).toEqual(['completed']);
  });

  it('asks for one event at a time', async () => {
    const source = new ManualSource();
    const { pump, target } = setUp(source);
    void pump.run();
    pump.wake();
    await promisesRun();
    expect(source.log).toEqual(['next']);
    await source.give('a');
    expect(target.taken).toEqual(['a']);
    expect(source.log).toEqual(['next', 'next']);
  });

  it('does not ask the source while there is no credit', async () => {
    const source = new ManualSource();
    const { pump, target } = setUp(source);
    target.credit = 0;
    void pump.run();
    await promisesRun();
    expect(source.log).toEqual([]);
    target.credit = 1;
    pump.wake();
    await promisesRun();
    expect(source.log).toEqual(['next']);
    await source.give('a');
    expect(source.log).toEqual(['next']);
  });

  it('stays asleep when it is woken without need', async () => {
    const source = new ManualSource();
    const { pump, target } = setUp(source);
    target.credit = 0;
    void pump.run();
    for (let time = 0; time < 3; time += 1) {
      await promisesRun();
      pump.wake();
    }
    await promisesRun();
    expect(source.log).toEqual([]);
  });

  it('does not ask the source while the peer does not read, and goes on when it does', async () => {
    const { pump, target, clock, socket } = setUp(count());
    void pump.run();
    await promisesRun();
    expect(target.taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    clock.endTurn();
    await promisesRun();
    expect(target.taken).toHaveLength(10);
    socket.takeAll();
    await promisesRun();
    expect(target.taken.length).toBeGreaterThan(10);
    pump.stop();
  });

  it('gives way after 256 events of a source that never waits', async () => {
    const { pump, target, clock, outbox } = setUp(count());
    outbox.send = () => undefined;
    void pump.run();
    await promisesRun();
    expect(target.taken).toHaveLength(256);
    await giveWayOnce(clock);
    expect(target.taken).toHaveLength(512);
    pump.stop();
  });

  it('adds nothing to an iterator of the application', async () => {
    const { pump, target } = setUp(Object.freeze({ next: () => Promise.resolve({ done: true, value: undefined }) }));
    await pump.run();
    expect(target.endings).toEqual(['completed']);
  });

  it('fails with what the source throws', async () => {
    const { pump, target } = setUp(
      (async function* () {
        yield 1;
        throw new Error('broken');
      })(),
    );
    await pump.run();
    expect(target.taken).toEqual([1]);
    expect(target.endings).toEqual(['failed: Error: broken']);
  });

  it('fails with what a source throws that is no generator', async () => {
    const { pump, target } = setUp({
      next: () => {
        throw new Error('broken');
      },
    });
    await pump.run();
    expect(target.endings).toEqual(['failed: Error: broken']);
  });

  describe('#stop', () => {
    it('lets a source that is between two events clean up', async () => {
      let hasCleanedUp = false;
      const { pump, target } = setUp(
        (async function* () {
          try {
            yield* count();
          } finally {
            hasCleanedUp = true;
          }
        })(),
      );
      target.credit = 2;
      const run = pump.run();
      await promisesRun();
      pump.stop();
      pump.stop();
      await run;
      await promisesRun();
      expect(hasCleanedUp).toBe(true);
      expect(target.taken).toEqual([1, 2]);
      expect(target.endings).toEqual([]);
    });

    it('takes nothing of what a source gives afterwards', async () => {
      const source = new ManualSource();
      const { pump, target } = setUp(source);
      const run = pump.run();
      await promisesRun();
      pump.stop();
      await source.give('late');
      await run;
      expect(target.taken).toEqual([]);
      expect(source.log).toEqual(['next', 'return']);
    });

    it('asks nothing of a source when it comes before the first event', async () => {
      const source = new ManualSource();
      const { pump } = setUp(source);
      pump.stop();
      await pump.run();
      expect(source.log).toEqual(['return']);
    });

    it('tells what a source throws while it cleans up', async () => {
      const { pump, target } = setUp({
        next: () => Promise.resolve({ done: true, value: undefined }),
        return: () => Promise.reject(new Error('cannot clean up')),
      });
      pump.stop();
      await promisesRun();
      expect(target.endings).toEqual(['failed: Error: cannot clean up']);
    });

    it('tells also what a source throws that is no generator', async () => {
      const { pump, target } = setUp({
        next: () => Promise.resolve({ done: true, value: undefined }),
        return: () => {
          throw new Error('cannot clean up');
        },
      });
      pump.stop();
      await promisesRun();
      expect(target.endings).toEqual(['failed: Error: cannot clean up']);
    });

    it('does without a clean-up where the source has none', async () => {
      const { pump, target } = setUp({ next: () => Promise.resolve({ done: true, value: undefined }) });
      pump.stop();
      await promisesRun();
      expect(target.endings).toEqual([]);
    });
  });

  it('takes what is free without any credit', async () => {
    const source: EventStream & { isFree: boolean } = {
      isFree: false,
      next: () => Promise.resolve({ done: true, value: undefined }),
    };
    const { pump, target } = setUp(source);
    target.credit = 0;
    void pump.run();
    await promisesRun();
    expect(target.endings).toEqual([]);
    source.isFree = true;
    source.onFree?.();
    await promisesRun();
    expect(target.endings).toEqual(['completed']);
  });
});

async function giveWayOnce(clock: FakeServerClock): Promise<void> {
  expect(clock.givenWayCount).toBe(1);
  clock.goOn();
  await promisesRun();
}
