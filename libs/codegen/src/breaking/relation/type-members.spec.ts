import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import {
  array,
  both,
  brand,
  enumeration,
  hole,
  literal,
  nil,
  nothing,
  number,
  object,
  reference,
  text,
  tuple,
  union,
} from '../contract-builder.spec-support.js';
import { TypeMembers } from './type-members.js';

const types: Readonly<Record<string, TypeNode>> = {
  User: object({ id: text }),
  Same: reference('User'),
  Loop: reference('Loop'),
  Self: { kind: 'intersection', of: [reference('Self'), object({ a: text })] },
};
const members = new TypeMembers(types);
const kinds = (node: TypeNode) => members.of(node).map(({ form }) => form.kind);

describe('TypeMembers', () => {
  it('looks through names, brands, enums and unions within unions', () => {
    const node = union(brand('Id', text), union(number, nil), enumeration({ X: 'x', Also: 'x' }), reference('User'));
    expect(kinds(node)).toEqual(['string', 'number', 'null', 'literal', 'object']);
    expect(members.of(node)[0]?.brand).toBe('Id');
  });

  it('knows of each form the name nearest to it', () => {
    expect(members.of(reference('Same')).map(({ node }) => node)).toEqual([reference('User')]);
  });

  it('has nothing for what has no values', () => {
    expect(kinds({ kind: 'never' })).toEqual([]);
    expect(kinds(reference('Loop'))).toEqual([]);
    expect(kinds(both(literal('x'), literal('y')))).toEqual([]);
  });

  it('does not know what is not there', () => {
    expect(members.of(reference('Missing'))[0]?.form).toEqual({ kind: 'unknown', hole: true });
    expect(members.of(hole)[0]?.form).toEqual({ kind: 'unknown', hole: true });
  });

  it('takes one of each part of an intersection', () => {
    expect(kinds(both(union(object({ a: text }), object({ b: text })), object({ c: text })))).toEqual([
      'object',
      'object',
    ]);
    expect(kinds(both(text, object({})))).toEqual(['all']);
    expect(kinds(reference('Self'))).toEqual(['object']);
  });

  it('counts the places of lists', () => {
    expect(members.of(tuple(text, text))[0]?.form).toMatchObject({ minimum: 2, maximum: 2, tuple: true });
    expect(members.of(array(text, { minItems: 1 }))[0]?.form).toMatchObject({
      minimum: 1,
      maximum: Number.POSITIVE_INFINITY,
    });
    const open: TypeNode = { kind: 'tuple', items: [{ type: text }, { type: text, optional: true }], rest: text };
    expect(members.of(open)[0]?.form).toMatchObject({ minimum: 1, maximum: Number.POSITIVE_INFINITY });
  });

  it('gives the same forms for the same node', () => {
    const node = union(object({}), nil);
    expect(members.of(node)).toBe(members.of(node));
    expect(members.of(union(...(node.kind === 'union' ? node.of : [])))[0]?.form).toBe(members.of(node)[0]?.form);
  });

  it('knows where nothing may stand', () => {
    expect([nothing, { kind: 'any' } as const, text].map((node) => members.takesUndefined(node))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
