import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { literal, number, object, record, strict, text } from '../contract-builder.spec-support.js';
import { combineForms } from './combine-forms.js';
import { IntersectionTable } from './intersection-table.js';
import { TypeMembers } from './type-members.js';

const members = new TypeMembers({});
const formOf = (node: TypeNode) => {
  const [member] = members.of(node);
  if (member === undefined) throw new Error('It has values.');
  return member.form;
};
const combine = (left: TypeNode, right: TypeNode) => combineForms(formOf(left), formOf(right), new IntersectionTable());

describe('combineForms', () => {
  it('merges objects: what one of them asks for is asked for, and has both types', () => {
    expect(combine(object({ 'a?': text, b: text }), object({ a: number }))).toEqual({
      kind: 'object',
      properties: new Map([
        ['a', { type: { kind: 'intersection', of: [text, number] }, optional: false }],
        ['b', { type: text, optional: false }],
      ]),
      strict: false,
    });
  });

  it('refuses what neither names only where both refuse', () => {
    expect(combine(strict({ a: text }), strict({}))).toMatchObject({ strict: true });
    expect(combine(strict({ a: text }), object({}))).toMatchObject({ strict: false });
  });

  it('puts properties under the index of the other', () => {
    const merged = combine(object({ a: text }), { ...object({}), index: number });
    expect(merged).toMatchObject({ index: { value: number } });
    expect(merged?.kind === 'object' && merged.properties.get('a')?.type).toEqual({
      kind: 'intersection',
      of: [text, number],
    });
  });

  it('keeps side by side what it cannot merge', () => {
    const patterned = record({ kind: 'string', patterns: ['^a'] }, number);
    expect(combine(object({ a: text }), patterned)?.kind).toBe('all');
    expect(combine(text, object({}))?.kind).toBe('all');
    expect(combine({ kind: 'string', minLength: 1 }, { kind: 'string', maxLength: 2 })?.kind).toBe('all');
  });

  it('leaves the other where one is anything, and nothing of two literals', () => {
    expect(combine({ kind: 'unknown' }, text)).toBe(text);
    expect(combine(text, { kind: 'any' })).toBe(text);
    expect(combine(text, { kind: 'string', doc: 'x' })).toBe(text);
    expect(combine(literal('x'), literal('y'))).toBeUndefined();
    expect(combine(literal('x'), literal('x'))).toEqual(literal('x'));
  });
});
