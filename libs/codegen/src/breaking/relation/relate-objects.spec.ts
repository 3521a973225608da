import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { missing, number, object, record, strict, text, union } from '../contract-builder.spec-support.js';
import { relateObjects } from './relate-objects.js';
import { formOf, sidesOf } from './relation-sides.spec-support.js';

const relate = (sent: TypeNode, expected: TypeNode, direction: 'input' | 'output' = 'input') => {
  const [left, right] = [formOf(sent), formOf(expected)];
  if (left.kind !== 'object' || right.kind !== 'object') throw new Error('Both are objects.');
  const { differences, children } = relateObjects(left, right, sidesOf(direction));
  return {
    found: differences.map(({ rule, step }) => `${rule} ${step}`),
    deeper: children.map(({ step, ignoresUndefined }) => `${step}${ignoresUndefined === true ? '' : ' undefined'}`),
  };
};

describe('relateObjects', () => {
  it('goes on with each property of both', () => {
    expect(relate(object({ a: text, 'odd name': text }), object({ 'odd name': text, a: text }))).toEqual({
      found: [],
      deeper: ['["odd name"]', '.a'],
    });
  });

  it('asks an index for what is expected by name', () => {
    const index: TypeNode = { ...object({}), index: text };
    expect(relate(index, object({ a: text })).found).toContain('INPUT_FIELD_REQUIRED .a');
    expect(relate(index, object({ 'a?': text }), 'output')).toEqual({ found: [], deeper: ['.a'] });
    const patterned = record({ kind: 'string', patterns: ['^b'] }, text);
    expect(relate(patterned, object({ 'a?': text }), 'output').deeper).toEqual([]);
  });

  it('puts what is not named under the index, where undefined is a value', () => {
    expect(relate(object({ a: text }), { ...object({}), index: number })).toEqual({
      found: [],
      deeper: ['.a undefined'],
    });
    const patterned = record({ kind: 'string', patterns: ['^b'] }, text);
    expect(relate(object({ a: text, b: text }), patterned)).toEqual({
      found: ['INPUT_FIELD_REFUSED .a', 'INPUT_STRICT '],
      deeper: ['.b undefined'],
    });
  });

  it('compares the keys and values of indexes', () => {
    expect(relate(record(text, text), record(text, number)).deeper).toEqual(['[key] undefined', '[*] undefined']);
    expect(relate(record(text, text), object({})).found).toEqual(['INPUT_FIELD_REMOVED [*]']);
    expect(relate(record(text, text), strict({})).found).toEqual(['INPUT_FIELD_REFUSED [*]']);
    expect(relate(record(text, text), object({}), 'output').found).toEqual([]);
  });

  it('takes a property that may be undefined for one that may be missing', () => {
    expect(relate(object({}), object({ a: union(text, missing) })).found).toEqual([]);
    expect(relate(object({ 'a?': text }), object({ a: union(text, missing) })).found).toEqual([]);
    expect(relate(object({ a: union(text, missing) }), object({ a: text }), 'output').found).toEqual([
      'OUTPUT_FIELD_OPTIONAL .a',
    ]);
    expect(relate(object({ a: union(text, missing) }), object({ 'a?': text }), 'output').found).toEqual([
      'OUTPUT_UNDEFINED .a',
    ]);
  });
});
