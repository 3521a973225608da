import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { array, literal, nil, number, object, reference, text, union } from '../contract-builder.spec-support.js';
import { Explanation } from './explanation.js';
import { relationOf } from './relation-sides.spec-support.js';

type Types = Readonly<Record<string, TypeNode>>;

const explain = (sent: TypeNode, expected: TypeNode, [left, right]: readonly [Types, Types] = [{}, {}]) => {
  const explanation = new Explanation(relationOf('input', left, right));
  const accounts = explanation.listReached(explanation.explain('input', { sent, expected }));
  return accounts.flatMap(({ name, differences }) => differences.map(({ rule, step }) => `${rule} ${name}${step}`));
};

describe('Explanation', () => {
  it('names the place of each difference', () => {
    expect(explain(object({ a: array(object({ b: text })) }), object({ a: array(object({ b: number })) }))).toEqual([
      'TYPE_CHANGED input.a[].b',
    ]);
  });

  it('names a member of a union by its literal', () => {
    const forms = (size: TypeNode) =>
      union(object({ kind: literal('a'), size }), object({ kind: literal('b'), size: text }));
    expect(explain(forms(text), forms(number))).toEqual(['TYPE_CHANGED input{kind: "a"}.size']);
  });

  it('tells of a named type at its own name, once, however it contains itself', () => {
    const tree = (name: TypeNode): Types => ({
      Tree: object({ name, 'left?': reference('Tree'), 'right?': union(reference('Tree'), nil) }),
    });
    const both = object({ a: reference('Tree'), b: array(reference('Tree')) });
    expect(explain(both, both, [tree(text), tree(number)])).toEqual(['TYPE_CHANGED Tree.name']);
  });

  it('tells of a type that is named on one side only where it stands', () => {
    expect(explain(reference('A'), object({ a: number }), [{ A: object({ a: text }) }, {}])).toEqual([
      'TYPE_CHANGED input.a',
    ]);
  });

  it('tells of a named union within unions at its own name', () => {
    const types = (...of: readonly TypeNode[]): Types => ({ U: union(...of) });
    const node = union(reference('U'), nil);
    expect(explain(node, node, [types(text, number), types(text, object({}))])).toEqual(['INPUT_MEMBER_REMOVED U']);
    expect(explain(node, union(reference('U'), nil, number), [types(text, number), types(text, object({}))])).toEqual(
      [],
    );
  });

  it('tells of defaults wherever they are written', () => {
    const limit = (value: number): TypeNode => ({ kind: 'number', default: value });
    expect(explain(object({ a: limit(1) }), object({ a: limit(2) }))).toEqual(['DEFAULT_CHANGED input.a']);
    expect(explain(union(limit(1), nil), union(limit(2), nil))).toEqual(['DEFAULT_CHANGED input']);
    expect(explain(reference('L'), reference('L'), [{ L: limit(1) }, { L: number }])).toEqual([
      'DEFAULT_CHANGED input',
    ]);
    expect(explain(number, limit(2))).toEqual(['DEFAULT_ADDED input']);
  });

  it('gives findings of one type to all that reach it', () => {
    const types = (value: TypeNode): Types => ({ A: object({ b: reference('B') }), B: object({ value }) });
    const explanation = new Explanation(relationOf('input', types(text), types(number)));
    for (const name of ['A', 'B', 'A']) {
      const account = explanation.explain('x', { sent: reference(name), expected: reference(name) });
      expect(explanation.listReached(account).flatMap(({ differences }) => differences)).toHaveLength(1);
    }
  });
});
