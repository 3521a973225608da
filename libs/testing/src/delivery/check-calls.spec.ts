import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCalls, checkQueries } from './check-calls.js';
import type { Effect, ObservedCall, ObservedOutcome } from './delivery-record.js';

const kindsOf = (outcome: ObservedOutcome, effects: readonly Effect[]): string[] =>
  checkCalls([{ client: 'c', key: 'k', outcome }], effects).map(({ kind }) => kind);

const failed = (effect: 'none' | 'done' | 'unknown'): ObservedOutcome => ({ type: 'failed', code: 'X', effect });
const once = [{ key: 'k', answer: 3 }];

describe('checkCalls', () => {
  it.each<[string, ObservedOutcome, Effect[]]>([
    ['an answer with its effect', { type: 'answered', answer: 3 }, once],
    ['an answer that nobody wrote down', { type: 'answered' }, once],
    ['a failure without effect', failed('none'), []],
    ['a failure with its effect', failed('done'), once],
    ['not knowing, with an effect', failed('unknown'), once],
    ['not knowing, without one', failed('unknown'), []],
  ])('accepts %s', (_name, outcome, effects) => expect(kindsOf(outcome, effects)).toEqual([]));

  it.each<[string, ObservedOutcome, Effect[]]>([
    ['ran-twice', { type: 'answered', answer: 3 }, [...once, ...once]],
    ['ran-twice', failed('unknown'), [...once, ...once]],
    ['answered-without-effect', { type: 'answered', answer: 3 }, []],
    ['wrong-answer', { type: 'answered', answer: 4 }, once],
    ['effect-denied', failed('none'), once],
    ['effect-claimed', failed('done'), []],
    ['unanswered', { type: 'pending' }, []],
  ])('tells %s', (kind, outcome, effects) => expect(kindsOf(outcome, effects)).toEqual([kind]));

  it('tells of an effect that nobody called for', () => {
    const [violation] = checkCalls([], once);
    expect(violation).toEqual({ kind: 'phantom-effect', key: 'k', sentence: 'k had an effect and no caller.' });
  });

  it('takes two calls with one key for one mutation', () => {
    const call: ObservedCall = { client: 'c', key: 'k', outcome: { type: 'answered', answer: 3 } };
    expect(checkCalls([call, call], once)).toEqual([]);
  });
});

describe('checkQueries', () => {
  const kindsOf = (outcome: ObservedOutcome): string[] =>
    checkQueries([{ client: 'c', name: 'q', expected: { size: 3 }, outcome }]).map(({ kind }) => kind);

  it('accepts the right answer, and an error', () => {
    expect(kindsOf({ type: 'answered', answer: { size: 3 } })).toEqual([]);
    expect(kindsOf(failed('unknown'))).toEqual([]);
  });

  it('tells of another answer, of none, and of silence', () => {
    expect(kindsOf({ type: 'answered', answer: { size: 2 } })).toEqual(['wrong-answer']);
    expect(kindsOf({ type: 'answered' })).toEqual(['wrong-answer']);
    expect(kindsOf({ type: 'pending' })).toEqual(['unanswered']);
  });
});

const truthfulRun = fc
  .array(fc.record({ hasRun: fc.boolean(), isAnswerLost: fc.boolean() }), { minLength: 1, maxLength: 20 })
  .map((mutations) => ({
    calls: mutations.map(({ hasRun, isAnswerLost }, index): ObservedCall => {
      const known: ObservedOutcome = hasRun ? { type: 'answered', answer: index } : failed('none');
      return { client: 'c', key: `k${index}`, outcome: isAnswerLost ? failed('unknown') : known };
    }),
    effects: mutations.flatMap(({ hasRun }, index) => (hasRun ? [{ key: `k${index}`, answer: index }] : [])),
  }));

describe('checkCalls, over random runs', () => {
  it('accepts every run in which each caller was told the truth', () => {
    fc.assert(fc.property(truthfulRun, ({ calls, effects }) => checkCalls(calls, effects).length === 0));
  });

  it('catches an effect more', () => {
    fc.assert(
      fc.property(truthfulRun, fc.nat(), ({ calls, effects }, chance) => {
        fc.pre(effects.length > 0);
        const again = effects[chance % effects.length] as Effect;
        return checkCalls(calls, [...effects, again]).some(({ kind }) => kind === 'ran-twice');
      }),
    );
  });

  it('catches an outcome that is turned round', () => {
    fc.assert(
      fc.property(truthfulRun, fc.nat(), ({ calls, effects }, chance) => {
        const at = chance % calls.length;
        const { outcome, key } = calls[at] as ObservedCall;
        fc.pre(outcome.type === 'answered' || (outcome.type === 'failed' && outcome.effect === 'none'));
        const lie: ObservedOutcome = outcome.type === 'answered' ? failed('none') : { type: 'answered', answer: 0 };
        return checkCalls(calls.with(at, { client: 'c', key, outcome: lie }), effects).length === 1;
      }),
    );
  });
});
