import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { boolean, brand, literal, literals, number, object, text, union } from '../contract-builder.spec-support.js';
import { printType } from '../print-type.js';
import { literalsOf, matchMembers } from './match-members.js';
import { formOf, relationOf } from './relation-sides.spec-support.js';
import { TypeMembers } from './type-members.js';

const match = (sent: TypeNode, expected: TypeNode) => {
  const relation = relationOf('output');
  const { pairs, left } = matchMembers(relation.sides.sent.of(sent), relation.sides.expected.of(expected), relation);
  return [
    ...pairs.map((pair) => `${printType(pair.sent.node)} → ${printType(pair.expected.node)}`),
    ...left.map(({ node }) => `${printType(node)} left`),
  ];
};

const circle = object({ kind: literal('circle'), size: number });
const square = object({ kind: literal('square'), size: number });

describe('matchMembers', () => {
  it('goes by literals before properties', () => {
    const round = object({ kind: literal('circle'), side: text });
    expect(match(round, union(square, circle))).toEqual([`${printType(round)} → ${printType(circle)}`]);
  });

  it('leaves what has another literal', () => {
    expect(match(union(circle, square), union(circle, literal('x')))).toEqual([
      `${printType(circle)} → ${printType(circle)}`,
      `${printType(square)} left`,
    ]);
  });

  it('goes by shared properties where there are no literals', () => {
    const [sent, near, far] = [object({ a: text, b: text }), object({ a: text, b: number }), object({ c: text })];
    expect(match(union(sent, far), union(far, near))).toEqual([
      `${printType(far)} → ${printType(far)}`,
      `${printType(sent)} → ${printType(near)}`,
    ]);
  });

  it('does not give one form to two that do not fit', () => {
    expect(match(literals('x', 'y'), literal('x'))).toEqual(['"x" → "x"', '"y" left']);
  });

  it('compares the only objects on both sides, whatever they have in common', () => {
    expect(match(object({ a: text }), object({ b: text }))).toEqual(['{ a: string } → { b: string }']);
  });

  it('prefers the same brand', () => {
    expect(match(brand('Id', text), union(text, brand('Id', text)))).toHaveLength(1);
    const relation = relationOf('output');
    const expected = relation.sides.expected.of(union(brand('Other', text), brand('Id', text)));
    const [pair] = matchMembers(relation.sides.sent.of(brand('Id', text)), expected, relation).pairs;
    expect(pair?.expected.brand).toBe('Id');
  });

  it('says nothing of a boolean whose two values are expected', () => {
    expect(match(boolean, literals(true, false))).toEqual([]);
    expect(match(boolean, literal(true))).toEqual(['boolean left']);
  });
});

describe('literalsOf', () => {
  it('lists the literals of a property that is always there and nothing else', () => {
    const form = formOf(object({ kind: literals('a', 2), 'maybe?': literal('x'), name: text }));
    if (form.kind !== 'object') throw new Error('It is an object.');
    const list = ['kind', 'maybe', 'name', 'gone'].map((name) => literalsOf(form, name, new TypeMembers({})));
    expect(list).toEqual([['a', 2], undefined, undefined, undefined]);
  });
});
