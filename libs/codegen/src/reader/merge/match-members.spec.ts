import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { matchMembers } from './match-members.js';

const text: TypeNode = { kind: 'string' };
const short: TypeNode = { kind: 'string', maxLength: 3 };
const number: TypeNode = { kind: 'number' };
const one: TypeNode = { kind: 'literal', value: 1 };
const none: TypeNode = { kind: 'null' };

const tagged = (tag: string, type: TypeNode): TypeNode => ({
  kind: 'object',
  properties: [
    { name: 'tag', type: { kind: 'literal', value: tag } },
    { name: 'value', type },
  ],
});

const types: Readonly<Record<string, TypeNode>> = {
  Card: tagged('card', short),
  Payment: { kind: 'union', of: [{ kind: 'reference', name: 'Card' }, tagged('cash', { kind: 'number', minimum: 0 })] },
};
const match = (ours: readonly TypeNode[], theirs: readonly TypeNode[]) =>
  matchMembers(ours, theirs, (name) => types[name])?.map(({ theirs: other }) => other);

describe('matchMembers', () => {
  it('pairs what is the same, then what is of one kind, in the order of the schema', () => {
    expect(match([one, { kind: 'number', minimum: 2 }, short], [text, number, one])).toEqual([one, number, text]);
  });

  it('pairs objects by the literals that tell them apart', () => {
    const [a, b] = [tagged('a', text), tagged('b', text)];
    expect(match([tagged('b', short), tagged('a', short)], [a, b])).toEqual([b, a]);
  });

  it('pairs a hole with what nothing else is', () => {
    expect(match([{ kind: 'hole', reason: 'a transform' }, none], [none, number])).toEqual([number, none]);
  });

  it('pairs a brand with what it stands around, and a record with an object that has an index', () => {
    const brand: TypeNode = { kind: 'brand', name: 'Id', of: text };
    const index: TypeNode = { kind: 'object', properties: [], index: number };
    expect(match([{ kind: 'record', key: text, value: number }, short], [brand, index])).toEqual([index, brand]);
  });

  it('pairs a union that has a name with its members, wherever the compiler has written them', () => {
    const [card, cash] = [tagged('card', text), tagged('cash', number)];
    expect(match([{ kind: 'reference', name: 'Payment' }, none], [cash, none, card])).toEqual([
      { kind: 'union', of: [card, cash] },
      none,
    ]);
    expect(match([{ kind: 'reference', name: 'Payment' }, none], [none, card])).toBeUndefined();
  });

  it('gives up where one side has members that the other has not', () => {
    expect(match([text], [text, none])).toBeUndefined();
    expect(match([text, number], [text])).toBeUndefined();
    expect(match([one], [{ kind: 'literal', value: 2 }])).toBeUndefined();
  });
});
