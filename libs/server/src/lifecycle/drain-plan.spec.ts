import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { planDrain, slotMs } from './drain-plan.js';

describe('planDrain', () => {
  it('leaves 9 seconds, three of them to send clients elsewhere', () => {
    expect(planDrain()).toEqual({ spreadMs: 3000, lastCallMs: 6000, deadlineMs: 9000 });
  });

  it('takes other times', () => {
    expect(planDrain({ deadlineMs: 1000, spreadMs: 0 })).toEqual({ spreadMs: 0, lastCallMs: 500, deadlineMs: 1000 });
    expect(planDrain({ deadlineMs: 60_000 })).toEqual({ spreadMs: 5000, lastCallMs: 32_500, deadlineMs: 60_000 });
    expect(planDrain({ deadlineMs: 0 })).toEqual({ spreadMs: 0, lastCallMs: 0, deadlineMs: 0 });
  });

  it.each([
    [
      { deadlineMs: -1 },
      'The option deadlineMs of drain() is -1; it must be 0 or more, and a whole number of milliseconds.',
    ],
    [{ deadlineMs: Number.NaN }, 'The option deadlineMs of drain() is NaN'],
    [
      { deadlineMs: 10, spreadMs: 11 },
      'The option spreadMs of drain() is 11; it must be 0 or more, and at most deadlineMs, which is 10.',
    ],
    [{ spreadMs: 0.5 }, 'The option spreadMs of drain() is 0.5'],
  ])('refuses %j', (options, message) => {
    expect(() => planDrain(options)).toThrow(message);
  });

  it('keeps its parts in order, whatever the times', () => {
    const times = fc.nat(100_000).chain((deadlineMs) => fc.tuple(fc.constant(deadlineMs), fc.nat(deadlineMs)));
    fc.assert(
      fc.property(times, ([deadlineMs, spreadMs]) => {
        const plan = planDrain({ deadlineMs, spreadMs });
        expect(plan.spreadMs).toBeLessThanOrEqual(plan.lastCallMs);
        expect(plan.lastCallMs).toBeLessThanOrEqual(plan.deadlineMs);
      }),
    );
  });
});

describe('slotMs', () => {
  it('spreads the clients evenly and sends the first at once', () => {
    const plan = planDrain({ deadlineMs: 3000, spreadMs: 1000 });
    expect([0, 1, 2, 3].map((index) => slotMs(index, 4, plan))).toEqual([0, 250, 500, 750]);
  });
});
