import { describe, expect, it } from '@jest/globals';
import { FakeClock } from './fake-clock.js';
import { Upkeep } from './upkeep.js';

describe('Upkeep', () => {
  it('runs each task at its own pace until it is stopped', () => {
    const clock = new FakeClock();
    const upkeep = new Upkeep(clock, () => {});
    const runs: string[] = [];
    upkeep.every(1_000, 'look', () => runs.push('look'));
    upkeep.every(3_000, 'sweep', () => runs.push('sweep'));
    clock.advance(3_000);
    upkeep.stop();
    clock.advance(10_000);
    expect(runs.toSorted()).toEqual(['look', 'look', 'look', 'sweep']);
  });

  it('tells a lasting failure once, and goes on with all tasks', () => {
    const clock = new FakeClock();
    const lines: string[] = [];
    const upkeep = new Upkeep(clock, (line) => lines.push(line));
    let isFull = true;
    let looked = 0;
    upkeep.every(1_000, 'prune the database', () => {
      if (isFull) throw new Error('disk is full');
    });
    upkeep.every(1_000, 'look', () => {
      looked++;
    });
    clock.advance(5_000);
    expect(lines).toEqual(['Pulse could not prune the database: disk is full. It tries again.']);
    expect(looked).toBe(5);
    isFull = false;
    clock.advance(1_000);
    isFull = true;
    clock.advance(1_000);
    expect(lines).toHaveLength(2);
  });
});
