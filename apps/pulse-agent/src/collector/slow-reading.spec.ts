import { describe, expect, it } from '@jest/globals';
import { SlowReading } from './slow-reading.js';

describe('SlowReading', () => {
  it('reads at the first turn, and then at every few', async () => {
    let readCount = 0;
    const reading = new SlowReading({ read: async () => ++readCount, initial: 0, everyTurns: 3 });
    const latest: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      reading.takeTurn();
      await reading.settled();
      latest.push(reading.latest);
    }
    expect(latest).toEqual([1, 1, 1, 2, 2, 2, 3]);
  });

  it('does not begin a second reading while one hangs', () => {
    let readCount = 0;
    const read = () => {
      readCount++;
      return new Promise<number>(() => {});
    };
    const reading = new SlowReading({ read, initial: 0, everyTurns: 1 });
    for (let turn = 0; turn < 5; turn++) reading.takeTurn();
    expect(readCount).toBe(1);
    expect(reading.latest).toBe(0);
  });

  it('keeps the last value when a reading fails, and reads again when it is time', async () => {
    const results = [async () => 1, async () => Promise.reject(new Error('no df here')), async () => 3];
    const reading = new SlowReading({
      read: () => results.shift()?.() ?? Promise.resolve(0),
      initial: 0,
      everyTurns: 1,
    });
    const latest: number[] = [];
    while (results.length > 0) {
      reading.takeTurn();
      await reading.settled();
      latest.push(reading.latest);
    }
    expect(latest).toEqual([1, 1, 3]);
  });
});
