import { describe, expect, it } from '@jest/globals';
import type { TemplateNode, TypeNode } from '../../contract/type-node.js';
import { boolean, date, literals, nil, number, text, union } from '../contract-builder.spec-support.js';
import { isFormatWithin, isLengthWithin, isNameOf, isTextOf, toPattern } from './text-forms.js';
import { TypeMembers } from './type-members.js';

const members = new TypeMembers({});
const formsOf = (node: TypeNode) => members.of(node).map(({ form }) => form);
const template = (before: string, type: TypeNode, after = ''): TemplateNode => ({
  kind: 'template',
  texts: [before, after],
  types: [type],
});

describe('isLengthWithin and isFormatWithin', () => {
  it('compare lengths alone, and formats and patterns alone', () => {
    const short = { kind: 'string', maxLength: 3, format: 'email' } as const;
    const long = { kind: 'string', minLength: 0, maxLength: 9, patterns: ['a', 'b'] } as const;
    expect([isLengthWithin(short, long), isLengthWithin(long, short)]).toEqual([true, false]);
    expect([isFormatWithin(short, long), isFormatWithin(long, short)]).toEqual([false, false]);
    expect(isFormatWithin({ kind: 'string', patterns: ['b', 'c', 'a'] }, long)).toBe(true);
  });
});

describe('isTextOf', () => {
  it('asks for lengths and all patterns, and knows nothing of formats', () => {
    expect(isTextOf('ab', { kind: 'string', minLength: 2, maxLength: 2, patterns: ['^a', 'b$'] })).toBe(true);
    expect(isTextOf('ab', { kind: 'string', patterns: ['^a', 'c$'] })).toBe(false);
    expect(isTextOf('ab', { kind: 'string', maxLength: 1 })).toBe(false);
    expect(isTextOf('a@b.c', { kind: 'string', format: 'email' })).toBe(false);
  });
});

describe('toPattern', () => {
  it.each([
    ['a.b-', text, 'a.b-anything\nat all', 'a_b-x'],
    ['', number, '-1.5', 'x'],
    ['', { kind: 'number', integer: true } as const, '12', '1.5'],
    ['v', { kind: 'bigint' } as const, 'v12', 'v'],
    ['', boolean, 'false', 'no'],
    ['', union(literals('x', 2), nil), 'null', 'xx'],
    ['<', template('(', text, ')'), '<(a)', '<a'],
  ])('of %j and %j takes %j and not %j', (before, type, taken, refused) => {
    const pattern = toPattern(template(before, type), formsOf);
    expect([pattern?.test(taken), pattern?.test(refused)]).toEqual([true, false]);
  });

  it('is none where a part has bounds, or is no text', () => {
    expect(toPattern(template('', { kind: 'string', minLength: 1 }), formsOf)).toBeUndefined();
    expect(toPattern(template('', { kind: 'number', minimum: 1 }), formsOf)).toBeUndefined();
    expect(toPattern(template('', date), formsOf)).toBeUndefined();
  });
});

describe('isNameOf', () => {
  it('knows which names a type of keys has', () => {
    expect(isNameOf('id-1', template('id-', number), formsOf)).toBe(true);
    expect(isNameOf('id-x', template('id-', number), formsOf)).toBe(false);
    expect(isNameOf('2', literals(2, 'a'), formsOf)).toBe(true);
    expect(isNameOf('x', { kind: 'unknown' }, formsOf)).toBe(true);
    expect(isNameOf('x', { kind: 'string', minLength: 2 }, formsOf)).toBe(false);
  });
});
