import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { boolean, literal, nil, number, text } from '../contract-builder.spec-support.js';
import { relateScalars } from './relate-scalars.js';
import { formOf } from './relation-sides.spec-support.js';
import { TypeMembers } from './type-members.js';

const members = new TypeMembers({});
const formsOf = (node: TypeNode) => members.of(node).map(({ form }) => form);
const relate = (sent: TypeNode, expected: TypeNode, direction: 'input' | 'output' = 'input') => {
  const both = { sent: formsOf, expected: formsOf };
  return relateScalars(formOf(sent), formOf(expected), direction, both)?.differences.map(({ rule }) => rule);
};
const template: TypeNode = { kind: 'template', texts: ['id-', ''], types: [text] };

describe('relateScalars', () => {
  it('finds nothing between what is the same or less', () => {
    expect(relate(nil, nil)).toEqual([]);
    expect(relate(literal('x'), text)).toEqual([]);
    expect(relate(literal(2), { kind: 'number', integer: true })).toEqual([]);
    expect(relate(literal(true), boolean)).toEqual([]);
    expect(relate({ kind: 'bigintLiteral', value: '3' }, { kind: 'bigint', minimum: '3' })).toEqual([]);
    expect(relate(template, { kind: 'string', minLength: 3 })).toEqual([]);
    expect(relate(literal('id-1'), template)).toEqual([]);
  });

  it('has nothing to say of what is of another kind or wider', () => {
    expect(relate(text, number)).toBeUndefined();
    expect(relate(text, literal('x'))).toBeUndefined();
    expect(relate(text, template)).toBeUndefined();
    expect(relate(literal('x'), template)).toBeUndefined();
    expect(relate(boolean, literal(true))).toBeUndefined();
    expect(relate(nil, text)).toBeUndefined();
  });

  it('tells bounds from formats, by direction', () => {
    const tight: TypeNode = { kind: 'string', maxLength: 2, format: 'email' };
    expect(relate(text, tight)).toEqual(['INPUT_CONSTRAINT_TIGHTENED', 'INPUT_FORMAT_ADDED']);
    expect(relate(text, tight, 'output')).toEqual(['OUTPUT_CONSTRAINT_LOOSENED', 'OUTPUT_FORMAT_REMOVED']);
    expect(relate(literal('abc'), { kind: 'string', maxLength: 2 })).toEqual(['INPUT_CONSTRAINT_TIGHTENED']);
    expect(relate(literal('abc'), { kind: 'string', patterns: ['^b'] })).toEqual(['INPUT_FORMAT_ADDED']);
    expect(relate(template, { kind: 'string', maxLength: 9 })).toEqual(['INPUT_CONSTRAINT_TIGHTENED']);
    expect(relate(template, { kind: 'string', format: 'uuid' })).toEqual(['INPUT_FORMAT_ADDED']);
    expect(relate(literal(5), { kind: 'number', maximum: 4 })).toEqual(['INPUT_CONSTRAINT_TIGHTENED']);
    expect(relate({ kind: 'bigint' }, { kind: 'bigint', maximum: '4' })).toEqual(['INPUT_CONSTRAINT_TIGHTENED']);
  });
});
