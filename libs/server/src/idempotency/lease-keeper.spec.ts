import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { LeaseKeeper } from './lease-keeper.js';

describe('LeaseKeeper', () => {
  it('renews each lease every third of its time, until its holder is done', () => {
    const clock = new FakeClock();
    const keeper = new LeaseKeeper(clock);
    const log: string[] = [];
    const holder = (name: string, leaseMs: number) => ({ leaseMs, renew: () => void log.push(name) });
    const long = holder('long', 300);
    const short = holder('short', 90);
    keeper.add(long);
    keeper.add(short);
    clock.advance(100);
    expect(log).toEqual(['short', 'short', 'short', 'long']);
    keeper.delete(short);
    clock.advance(100);
    expect(log.slice(4)).toEqual(['long']);
    keeper.delete(long);
    clock.advance(1000);
    expect(log).toHaveLength(5);
    expect(clock.pendingCount).toBe(0);
  });

  it('begins again after everybody was done', () => {
    const clock = new FakeClock();
    const keeper = new LeaseKeeper(clock);
    let count = 0;
    const holder = { leaseMs: 30, renew: () => (count += 1) };
    keeper.add(holder);
    keeper.delete(holder);
    clock.advance(10);
    keeper.add(holder);
    clock.advance(10);
    expect(count).toBe(1);
  });
});
