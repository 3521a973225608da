import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type AlertState, type Condition, clear, judge } from './alert-state.js';

const startMs = Date.UTC(2026, 0, 1);
const busyForThirty: Condition = { comparison: 'above', threshold: 90, forSeconds: 30 };

/** Plays observations, given as second and value, and tells what happened when. */
function play(condition: Condition, observations: readonly (readonly [second: number, value: number])[]): string[] {
  const effects: string[] = [];
  let state: AlertState = clear;
  for (const [second, value] of observations) {
    const verdict = judge(condition, state, { value, at: new Date(startMs + second * 1_000) });
    state = verdict.state;
    if (verdict.effect !== 'none') effects.push(`${verdict.effect} at ${second}`);
  }
  return effects;
}

const everySecond = (from: number, to: number, value: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, value] as const);

describe('judge', () => {
  it('opens once the condition has held long enough, and only then', () => {
    expect(play(busyForThirty, everySecond(0, 29, 95))).toEqual([]);
    expect(play(busyForThirty, everySecond(0, 60, 95))).toEqual(['open at 30']);
  });

  it('begins anew when the condition was interrupted by one sample', () => {
    expect(play(busyForThirty, [...everySecond(0, 29, 95), [30, 90], ...everySecond(31, 60, 95)])).toEqual([]);
  });

  it('resolves at the first sample that does not fulfil the condition', () => {
    expect(play(busyForThirty, [...everySecond(0, 40, 95), [41, 10], [42, 10]])).toEqual([
      'open at 30',
      'resolve at 41',
    ]);
  });

  it('opens at once when nothing has to be held', () => {
    expect(play({ ...busyForThirty, forSeconds: 0 }, [[0, 91]])).toEqual(['open at 0']);
  });

  it('watches for too little as well', () => {
    const quiet: Condition = { comparison: 'below', threshold: 5, forSeconds: 2 };
    expect(
      play(quiet, [
        [0, 5],
        [1, 4],
        [2, 4],
        [3, 4],
        [4, 5],
      ]),
    ).toEqual(['open at 3', 'resolve at 4']);
  });

  it('does not count a hole as time in which the condition held', () => {
    expect(
      play(busyForThirty, [
        [0, 95],
        [40, 95],
        [41, 95],
      ]),
    ).toEqual([]);
    expect(play(busyForThirty, [[0, 95], ...everySecond(40, 70, 95)])).toEqual(['open at 70']);
  });

  it('opens and resolves in turn, and is never open while the condition does not hold', () => {
    const condition = fc.record({
      comparison: fc.constantFrom('above' as const, 'below' as const),
      threshold: fc.integer({ min: 0, max: 10 }),
      forSeconds: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(condition, fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 60 }), (rule, values) => {
        const effects = play(
          rule,
          values.map((value, second) => [second, value] as const),
        );
        expect(effects.map((effect) => effect.split(' ')[0])).toEqual(
          effects.map((_, index) => (index % 2 === 0 ? 'open' : 'resolve')),
        );
        const fulfils = (value: number) =>
          rule.comparison === 'above' ? value > rule.threshold : value < rule.threshold;
        const openings = effects
          .filter((effect) => effect.startsWith('open'))
          .map((effect) => Number(effect.split(' ')[2]));
        for (const second of openings) {
          expect(values.slice(second - rule.forSeconds, second + 1).every(fulfils)).toBe(true);
        }
      }),
    );
  });
});
