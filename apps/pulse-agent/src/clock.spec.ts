import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { systemClock } from './clock.js';

describe('systemClock.everyWhole', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) + 300 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('calls at whole multiples, however late the last call was done', async () => {
    const calledAt: number[] = [];
    const stop = systemClock.everyWhole(1_000, async () => {
      calledAt.push(Date.now() % 60_000);
      await new Promise((resolve) => {
        setTimeout(resolve, 250);
      });
    });
    await jest.advanceTimersByTimeAsync(3_000);
    stop();
    expect(calledAt).toEqual([1_000, 2_000, 3_000]);
  });

  it('leaves out a call that would come before the last one is done', async () => {
    let finish = () => {};
    const action = jest.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const stop = systemClock.everyWhole(1_000, action);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(action).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(action).toHaveBeenCalledTimes(2);
    stop();
  });

  it('stops', async () => {
    const action = jest.fn(() => Promise.resolve());
    const stop = systemClock.everyWhole(1_000, action);
    await jest.advanceTimersByTimeAsync(1_000);
    stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(action).toHaveBeenCalledTimes(1);
  });
});
