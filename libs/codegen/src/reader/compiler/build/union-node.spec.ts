import { describe, expect, it } from '@jest/globals';
import type { EnumFacts, TypeFacts } from '../type-facts.js';
import { contextOver } from './node-context.spec-support.js';
import { unionNode } from './union-node.js';

const colour: EnumFacts = {
  form: 'enum',
  declared: { name: 'Colour', origin: 'application', parameters: [] },
  members: [
    { name: 'Red', value: 'r' },
    { name: 'Blue', value: 'b' },
  ],
};
const red: TypeFacts = { form: 'literal', value: 'r', memberOf: colour };
const blue: TypeFacts = { form: 'literal', value: 'b', memberOf: colour };
const yes: TypeFacts = { form: 'literal', value: true };
const no: TypeFacts = { form: 'literal', value: false };
const missing: TypeFacts = { form: 'intrinsic', name: 'missing' };
const text: TypeFacts = { form: 'intrinsic', name: 'string' };

function unionOf(...members: readonly TypeFacts[]) {
  const facts = Object.fromEntries(members.entries());
  const context = contextOver(facts);
  return unionNode({ form: 'union', of: members.map((_, index) => index) }, context, ({ declared }) => ({
    kind: 'reference',
    name: declared.name,
  }));
}

describe('unionNode', () => {
  it('takes all members of an enum for the enum', () => {
    expect(unionOf(red, text, blue)).toEqual({
      kind: 'union',
      of: [
        { kind: 'reference', name: 'Colour' },
        { kind: 'reference', name: 'here.1' },
      ],
    });
  });

  it('keeps some members of an enum apart', () => {
    expect(unionOf(red, text)).toMatchObject({ of: [{ name: 'here.0' }, { name: 'here.1' }] });
  });

  it('takes true and false for boolean, and one of them for itself', () => {
    expect(unionOf(yes, no)).toEqual({ kind: 'boolean' });
    expect(unionOf(yes, text)).toMatchObject({ of: [{ name: 'here.0' }, { name: 'here.1' }] });
  });

  it('is its only member where a property is merely left out', () => {
    expect(unionOf(text, missing)).toEqual({ kind: 'reference', name: 'here.0' });
  });
});
