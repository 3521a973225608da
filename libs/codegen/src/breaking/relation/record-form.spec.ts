import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { literals, number, record, text, union } from '../contract-builder.spec-support.js';
import { isAnyText, toRecordForm } from './record-form.js';
import { TypeMembers } from './type-members.js';

const toForm = (key: TypeNode, partial?: true) => {
  const node = { ...record(key, number), ...(partial === undefined ? {} : { partial }) };
  if (node.kind !== 'record') throw new Error('It is a record.');
  return toRecordForm(node, new TypeMembers({}).of(key));
};

describe('toRecordForm', () => {
  it('takes a known few keys for properties, and refuses others', () => {
    const a = { type: number, optional: false };
    expect(toForm(literals('a', 2))).toEqual({
      kind: 'object',
      properties: new Map([
        ['a', a],
        ['2', a],
      ]),
      strict: true,
    });
  });

  it('lets them be left out where not every key has to be there', () => {
    expect(toForm(literals('a'), true).properties.get('a')?.optional).toBe(true);
  });

  it('takes all other keys for an index', () => {
    expect(toForm(text)).toEqual({
      kind: 'object',
      properties: new Map(),
      index: { key: text, value: number },
      strict: false,
    });
    const pattern: TypeNode = { kind: 'string', patterns: ['^a'] };
    expect(toForm(pattern)).toMatchObject({ index: { key: pattern }, strict: true });
    expect(toForm(number).index?.key.kind).toBe('template');
  });

  it('does not ask for a key beside which there are any others', () => {
    const form = toForm(union(literals('a'), { kind: 'string', patterns: ['^b'] }));
    expect(form.properties.get('a')).toEqual({ type: number, optional: true });
  });
});

describe('isAnyText', () => {
  it('knows texts without bounds', () => {
    expect(isAnyText({ kind: 'string', minLength: 0, patterns: [], doc: 'x' })).toBe(true);
    expect(isAnyText({ kind: 'string', maxLength: 1 })).toBe(false);
    expect(isAnyText(number)).toBe(false);
  });
});
