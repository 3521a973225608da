import { describe, expect, it } from '@jest/globals';
import { paceMs } from '../workload/numbers.js';
import { type Arrival, isUpToDate, judgeArrivals } from './arrivals.js';

/** Numbers that arrive 10 ms after their time, or at a time of their own. */
function arrive(...numbers: readonly (number | Arrival)[]): Arrival[] {
  return numbers.map((each) => (typeof each === 'number' ? { number: each, atMs: each * paceMs + 10 } : each));
}

// Number 12 is the newest at the cut, number 20 the last that is due.
const interruption = { cutAtMs: 12 * paceMs + 50, dueAtMs: 20 * paceMs + 50 };
const lateMs = 18 * paceMs + 20;
const caughtUp = [13, 14, 15, 16, 17, 18].map((number) => ({ number, atMs: lateMs }));

describe('judgeArrivals', () => {
  it('counts from the cut to the first newer event, and to when nothing is missing', () => {
    expect(judgeArrivals(arrive(10, 11, 12, ...caughtUp, 19, 20), interruption)).toEqual({
      backMs: lateMs - interruption.cutAtMs,
      completeMs: lateMs - interruption.cutAtMs,
      lostCount: 0,
      doubledCount: 0,
    });
  });

  it('finds nothing complete where something is missing', () => {
    expect(judgeArrivals(arrive(10, 11, 12, 18, 19, 20), interruption)).toMatchObject({
      backMs: 18 * paceMs + 10 - interruption.cutAtMs,
      completeMs: undefined,
      lostCount: 5,
    });
  });

  it('counts what comes twice, and waits for what comes late', () => {
    const late = { number: 12, atMs: 19 * paceMs + 5 };
    expect(judgeArrivals(arrive(10, 11, ...caughtUp, 18, late, 19, 20), interruption)).toMatchObject({
      completeMs: late.atMs - interruption.cutAtMs,
      lostCount: 0,
      doubledCount: 1,
    });
  });

  it('counts as lost what never came to a reader who never came back', () => {
    expect(judgeArrivals(arrive(10, 11, 12), interruption)).toEqual({
      backMs: undefined,
      completeMs: undefined,
      lostCount: 8,
      doubledCount: 0,
    });
  });
});

describe('isUpToDate', () => {
  it('asks for what was published since, and lately', () => {
    expect(isUpToDate(arrive(12), interruption, 12 * paceMs + 60)).toBe(false);
    expect(isUpToDate(arrive(13), interruption, 13 * paceMs + 20)).toBe(true);
    expect(isUpToDate(arrive(13), interruption, 17 * paceMs)).toBe(false);
  });
});
