import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { systemClock } from './clock.js';

describe('The clock of a page', () => {
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(document, 'hidden');
  });

  it('goes on until it is stopped', () => {
    jest.useFakeTimers();
    let count = 0;
    const stop = systemClock.every(1000, () => {
      count += 1;
    });
    jest.advanceTimersByTime(2500);
    stop();
    jest.advanceTimersByTime(5000);
    expect(count).toBe(2);
  });

  it('waits for the next drawing of a page in sight, and a second for one that is hidden', () => {
    jest.useFakeTimers();
    const drawn: string[] = [];
    systemClock.nextFrame(() => drawn.push('in sight'));
    jest.advanceTimersByTime(20);
    expect(drawn).toEqual(['in sight']);
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    systemClock.nextFrame(() => drawn.push('hidden'));
    jest.advanceTimersByTime(999);
    expect(drawn).toEqual(['in sight']);
    jest.advanceTimersByTime(1);
    expect(drawn).toEqual(['in sight', 'hidden']);
  });

  it('tells the time of day', () => {
    jest.useFakeTimers({ now: 1234 });
    expect(systemClock.now()).toBe(1234);
  });
});
