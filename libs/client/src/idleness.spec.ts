import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { Idleness } from './idleness.js';

describe('Idleness', () => {
  let clock: FakeClock;
  let isBusy: boolean;
  let leftCount: number;

  beforeEach(() => {
    clock = new FakeClock();
    isBusy = false;
    leftCount = 0;
  });

  function create(closeMs: number): Idleness {
    return new Idleness(clock, closeMs, { isBusy: () => isBusy, leave: () => (leftCount += 1) });
  }

  it('leaves as long after the end of the last call as it was told, however long the call took', () => {
    const idleness = create(3000);
    isBusy = true;
    idleness.noted();
    clock.advance(5900);
    isBusy = false;
    idleness.noted();
    clock.advance(2999);
    expect(leftCount).toBe(0);
    clock.advance(1);
    expect(leftCount).toBe(1);
  });

  it('counts anew from whatever is said', () => {
    const idleness = create(1000);
    idleness.noted();
    clock.advance(600);
    idleness.noted();
    clock.advance(999);
    expect(leftCount).toBe(0);
    clock.advance(1);
    expect(leftCount).toBe(1);
  });

  it('leaves with 0 as soon as nothing follows, and sets no timer while something is under way', () => {
    const idleness = create(0);
    isBusy = true;
    idleness.noted();
    expect(clock.pendingCount).toBe(0);
    isBusy = false;
    idleness.noted();
    isBusy = true;
    clock.advance(1);
    expect([leftCount, clock.pendingCount]).toEqual([0, 0]);
    isBusy = false;
    idleness.noted();
    clock.advance(1);
    expect(leftCount).toBe(1);
  });

  it('never leaves, and sets no timer, without a limit; nor once it is stopped', () => {
    create(Infinity).noted();
    expect(clock.pendingCount).toBe(0);
    const idleness = create(10);
    idleness.noted();
    idleness.stop();
    clock.advance(1000);
    expect(leftCount).toBe(0);
  });
});
