import { describe, expect, it } from '@jest/globals';
import { MUTANTS } from './mutants.js';
import { runMutant } from './run-mutant.js';

/** What the checker must say of each. */
const CAUGHT_AS: Readonly<Record<string, string>> = {
  'drops an event': 'lost',
  'doubles an event': 'doubled',
  'lets an event overtake another': 'lost',
  'makes an event up': 'phantom',
  'falls silent': 'stalled',
  'swallows a gap': 'gap-not-told',
  'says recovered after a loss': 'falsely-recovered',
  'leaves an event out behind recovered': 'falsely-recovered',
  'counts one more as merged': 'conflation-miscounted',
  'merges where nobody asked': 'conflated-unasked',
  'leaves a part out': 'wrong-answer',
  'ends a subscription early': 'ended-early',
  'runs a mutation again': 'ran-twice',
  'denies an effect': 'effect-denied',
  'claims an effect': 'answered-without-effect',
  'answers with the answer of another': 'wrong-answer',
};

describe('the delivery checker', () => {
  it('finds nothing wrong with the implementation', async () => {
    expect(await runMutant({})).toEqual([]);
  });

  it('has a word for every mutant', () => {
    expect(Object.keys(CAUGHT_AS)).toEqual(Object.keys(MUTANTS));
  });

  it.each(Object.entries(MUTANTS))('catches an implementation that %s', async (name, createMutant) => {
    const kinds = (await runMutant(createMutant())).map(({ kind }) => kind);
    expect(kinds).toContain(CAUGHT_AS[name]);
  });
});
