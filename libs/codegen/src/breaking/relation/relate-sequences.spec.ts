import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { array, number, text, tuple } from '../contract-builder.spec-support.js';
import { relateSequences } from './relate-sequences.js';
import { formOf } from './relation-sides.spec-support.js';

const relate = (sent: TypeNode, expected: TypeNode) => {
  const [left, right] = [formOf(sent), formOf(expected)];
  if (left.kind !== 'sequence' || right.kind !== 'sequence') throw new Error('Both are lists.');
  const { differences, children } = relateSequences(left, right, 'input');
  return [...differences.map(({ rule }) => rule), ...children.map(({ step }) => step)];
};

describe('relateSequences', () => {
  it('goes on with the items of lists', () => {
    expect(relate(array(text), array(number))).toEqual(['[]']);
  });

  it('goes on with each place of tuples', () => {
    expect(relate(tuple(text, number), tuple(text, number))).toEqual(['[0]', '[1]']);
    expect(relate(tuple(text), array(text))).toEqual(['[0]']);
    const open: TypeNode = { kind: 'tuple', items: [{ type: text, optional: true }], rest: number };
    expect(relate(array(number), open)).toEqual(['[0]', '[]']);
  });

  it('compares how many there may be', () => {
    expect(relate(array(text), tuple(text))).toEqual(['INPUT_LENGTH_CHANGED', '[0]']);
    expect(relate(array(text, { maxItems: 5 }), array(text, { maxItems: 3 }))).toEqual([
      'INPUT_CONSTRAINT_TIGHTENED',
      '[]',
    ]);
    expect(relate(array(text, { maxItems: 0 }), array(number))).toEqual([]);
  });

  it('says that a list may no longer be changed', () => {
    expect(relate({ kind: 'array', items: text, readonly: true }, array(text))).toEqual(['READONLY_CHANGED', '[]']);
  });
});
