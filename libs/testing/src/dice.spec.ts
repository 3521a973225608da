import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Dice } from './dice.js';

const throws = (seed: number): number[] => {
  const dice = new Dice(seed);
  return Array.from({ length: 20 }, () => dice.next());
};

describe('Dice', () => {
  it('repeats its throws for the same seed, and not for another', () => {
    expect(throws(7)).toEqual(throws(7));
    expect(throws(7)).not.toEqual(throws(8));
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 50 }), (seed, end) => {
        const dice = new Dice(seed);
        const below = dice.below(end);
        const between = dice.between(3, 3 + end);
        return below >= 0 && below < end && between >= 3 && between <= 3 + end && dice.pick([5]) === 5;
      }),
    );
  });
});
