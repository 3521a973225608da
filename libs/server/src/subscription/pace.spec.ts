import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pace, slowerRate } from './pace.js';

describe('Pace', () => {
  it('lets the first event go at once and the next when its time has come', () => {
    const pace = new Pace(4);
    expect(pace.delayMs(1000)).toBe(0);
    pace.took(1000);
    expect(pace.delayMs(1000)).toBe(250);
    expect(pace.delayMs(1249)).toBe(1);
    expect(pace.delayMs(1250)).toBe(0);
  });

  it('counts from the last event when it changes', () => {
    const pace = new Pace(undefined);
    pace.took(1000);
    expect([pace.isLimited, pace.delayMs(1000)]).toEqual([false, 0]);
    pace.tune(1);
    expect([pace.isLimited, pace.delayMs(1100)]).toEqual([true, 900]);
    pace.tune(10);
    expect(pace.delayMs(1100)).toBe(0);
  });

  it('lets no more than its rate go, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 200 })), (rate, waits) => {
        const pace = new Pace(rate);
        let now = 0;
        let taken = 0;
        for (const wait of waits) {
          now += wait;
          if (pace.delayMs(now) > 0) continue;
          pace.took(now);
          taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(1 + (now * rate) / 1000);
      }),
    );
  });
});

describe('slowerRate', () => {
  it.each([
    [undefined, undefined, undefined],
    [2, undefined, 2],
    [undefined, 3, 3],
    [2, 3, 2],
  ])('of %p and %p is %p', (one, other, rate) => {
    expect(slowerRate(one, other)).toBe(rate);
  });
});
