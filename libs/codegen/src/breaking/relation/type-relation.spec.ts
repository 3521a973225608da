import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import {
  array,
  boolean,
  both,
  date,
  literals,
  nil,
  number,
  object,
  reference,
  text,
  union,
  unknown,
} from '../contract-builder.spec-support.js';
import { relationOf, sidesOf } from './relation-sides.spec-support.js';
import { isMisfit, TypeRelation } from './type-relation.js';

const short: TypeNode = { kind: 'string', maxLength: 3 };
const long: TypeNode = { kind: 'string', minLength: 2 };

const cases: readonly (readonly [string, TypeNode, TypeNode, boolean])[] = [
  ['text is text', text, text, true],
  ['text is no number', text, number, false],
  ['anything is not text', unknown, text, false],
  ['each member of a union', union(text, nil), union(nil, number, text), true],
  ['not every member of a union', union(text, nil), text, false],
  ['boolean is its two values', boolean, literals(true, false), true],
  ['boolean is more than one value', boolean, literals(true), false],
  ['a part of an intersection is enough of what is sent', both(short, long), short, true],
  ['no part of an intersection may be missed of what is expected', short, both(short, long), false],
  ['an intersection in another order', both(short, long), both(long, short), true],
  ['deep within lists', array(array(object({ a: text }))), array(array(object({ a: number }))), false],
];

describe('TypeRelation', () => {
  it.each(cases)('knows of %s', (_name, sent, expected, fits) => {
    expect(relationOf('output').fits(sent, expected)).toBe(fits);
  });

  it('takes types that contain themselves to fit until something says otherwise', () => {
    const list = (value: TypeNode) => ({ List: object({ value, 'next?': reference('List') }) });
    expect(relationOf('input', list(text), list(text)).fits(reference('List'), reference('List'))).toBe(true);
    expect(relationOf('input', list(text), list(number)).fits(reference('List'), reference('List'))).toBe(false);
  });

  it('forgets what it assumed on a way that turned out wrong', () => {
    const sent = { A: object({ b: reference('B') }), B: object({ a: reference('A'), x: text }) };
    const expected = { A: object({ b: reference('B') }), B: object({ a: reference('A'), x: number }) };
    const relation = relationOf('input', sent, expected);
    expect(relation.fits(reference('A'), reference('A'))).toBe(false);
    expect(relation.fits(reference('B'), reference('B'))).toBe(false);
    expect(relation.fits(object({ b: reference('B') }), object({ b: union(nil, reference('B')) }))).toBe(false);
  });

  it('has nothing against what another transformer makes of a value', () => {
    const relation = new TypeRelation({ ...sidesOf('output'), transformersDiffer: true });
    expect(relation.fits(text, date)).toBe(true);
    expect(relation.fits(number, text)).toBe(false);
  });

  it('tells what does not fit from what is worth telling', () => {
    const told = (rule: 'TYPE_CHANGED' | 'INPUT_STRICT' | 'BRAND_CHANGED' | 'OUTPUT_UNDEFINED') =>
      isMisfit({ rule, step: '' });
    expect([told('TYPE_CHANGED'), told('INPUT_STRICT'), told('BRAND_CHANGED'), told('OUTPUT_UNDEFINED')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
