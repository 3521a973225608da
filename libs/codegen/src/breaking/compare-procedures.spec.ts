import { describe, expect, it } from '@jest/globals';
import { compareProcedures } from './compare-procedures.js';
import {
  contract,
  missing,
  nothing,
  object,
  procedure,
  reference,
  text,
  union,
} from './contract-builder.spec-support.js';
import { createSides } from './create-sides.js';
import { FindingList } from './finding-list.js';

type Parts = Parameters<typeof procedure>[0];

const types = { Nothing: nothing, Event: object({ id: text, data: object({ a: text }) }) };
const compare = (before: Parts, after: Parts) => {
  const findings = new FindingList();
  const sides = createSides(contract({ p: before ?? {} }, types), contract({ p: after ?? {} }, types));
  compareProcedures({ path: 'p', before: procedure(before), after: procedure(after) }, sides, findings);
  return findings.list().map(({ rule, position }) => `${rule} ${position}`.trim());
};

describe('compareProcedures', () => {
  it('says nothing more of a procedure of another kind', () => {
    expect(compare({ input: text }, { kind: 'mutation' })).toEqual(['KIND_CHANGED']);
  });

  it('looks through names for an input that is nothing', () => {
    expect(compare({ input: reference('Nothing') }, { input: text })).toEqual(['INPUT_ADDED input']);
    expect(compare({ input: text }, { input: reference('Nothing') })).toEqual(['INPUT_REMOVED input']);
    expect(compare({ input: reference('Nothing') }, { input: union(text, missing) })).toEqual([]);
    expect(compare({ input: text }, { input: missing })).not.toEqual(['INPUT_REMOVED input']);
  });

  it('says once that an input can no longer be left out, and what else is another', () => {
    expect(compare({ input: union(object({ 'a?': text }), missing) }, { input: object({ a: text }) })).toEqual([
      'INPUT_REQUIRED input',
      'INPUT_FIELD_REQUIRED input.a',
    ]);
  });

  it('has nothing against an output where there was none, also by name', () => {
    expect(compare({ output: reference('Nothing') }, { output: text })).toEqual([]);
  });

  it('compares the data of events whose ids came or went', () => {
    const tracked = { kind: 'subscription', tracked: true, output: reference('Event') } as const;
    const plain = { kind: 'subscription', output: object({ a: text }) } as const;
    expect(compare(tracked, plain)).toEqual(['TRACKED_CHANGED']);
    expect(compare(plain, tracked)).toEqual(['TRACKED_CHANGED']);
    expect(compare(tracked, tracked)).toEqual([]);
  });
});
