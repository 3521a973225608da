import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import {
  boolean,
  hole,
  literal,
  literals,
  missing,
  nil,
  number,
  text,
  union,
  unknown,
} from '../contract-builder.spec-support.js';
import { decideLeftoverRule, isNothing } from './leftover-rule.js';
import { TypeMembers } from './type-members.js';

const members = new TypeMembers({});

/** The rule of the first form that is sent. */
const decide = (direction: 'input' | 'output', sent: TypeNode, expected: TypeNode, isAnyMatched: boolean) => {
  const [first, ...others] = members.of(sent);
  if (first === undefined) throw new Error('Something is sent.');
  return decideLeftoverRule(first, {
    direction,
    sent: [first, ...others],
    expected: members.of(expected),
    isAnyMatched,
  });
};

describe('decideLeftoverRule', () => {
  it.each([
    ['unknown', unknown, text, false, 'INPUT_TYPE_NARROWED'],
    ['a hole', hole, text, false, 'TYPE_UNKNOWN'],
    ['null of several', union(nil, text), text, true, 'INPUT_MEMBER_REMOVED'],
    ['null alone', nil, text, false, 'TYPE_CHANGED'],
    ['any text where a few are taken', text, literals('x'), false, 'INPUT_TYPE_NARROWED'],
    ['boolean where one is taken', boolean, literal(true), false, 'INPUT_TYPE_NARROWED'],
    ['one of several', literals('y', 'x'), literal('x'), true, 'INPUT_MEMBER_REMOVED'],
    ['all of several', literals('y', 'z'), literal('x'), false, 'TYPE_CHANGED'],
  ] as const)('says of %s that a client sends', (_name, sent, expected, isAnyMatched, rule) => {
    expect(decide('input', sent, expected, isAnyMatched)).toBe(rule);
  });

  it.each([
    ['unknown', unknown, text, false, 'TYPE_WIDENED'],
    ['a hole', hole, text, false, 'TYPE_UNKNOWN'],
    ['null beside others', union(nil, text), text, true, 'OUTPUT_NULLABLE'],
    ['undefined beside others', union(missing, text), text, true, 'OUTPUT_NULLABLE'],
    ['null alone', nil, text, false, 'TYPE_CHANGED'],
    ['any text where a few were given', text, literals('x', 'y'), false, 'LITERAL_WIDENED'],
    ['a second literal', literals('y', 'x'), literal('x'), true, 'LITERAL_WIDENED'],
    ['a third literal', literals('z', 'x', 'y'), literals('x', 'y'), true, 'OUTPUT_MEMBER_ADDED'],
    ['another literal', literal('y'), literal('x'), false, 'TYPE_CHANGED'],
    ['a second type', union(number, text), text, true, 'TYPE_WIDENED'],
    ['a third type', union(boolean, number, text), union(text, number), true, 'OUTPUT_MEMBER_ADDED'],
  ] as const)('says of %s that a server sends', (_name, sent, expected, isAnyMatched, rule) => {
    expect(decide('output', sent, expected, isAnyMatched)).toBe(rule);
  });
});

describe('isNothing', () => {
  it('knows null and undefined', () => {
    expect([isNothing({ kind: 'null' }), isNothing({ kind: 'undefined' }), isNothing({ kind: 'boolean' })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
