import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { literal, nothing, number, text, union } from './read-zod.spec-support.js';
import { discriminatedUnion, hasUndefined, unionOf, withMember, withoutUndefined } from './union-of.js';

const object: TypeNode = { kind: 'object', properties: [] };

describe('unionOf', () => {
  it('lays unions open and has each member once', () => {
    expect(unionOf([text, union(number, text), number])).toEqual(union(text, number));
  });

  it('is the only member where there is one, and never where there is none', () => {
    expect(unionOf([text, { kind: 'never' }])).toEqual(text);
    expect(unionOf([])).toEqual({ kind: 'never' });
  });

  it('is any or unknown where one member is, as in TypeScript', () => {
    expect(unionOf([text, { kind: 'unknown' }])).toEqual({ kind: 'unknown' });
    expect(unionOf([{ kind: 'unknown' }, { kind: 'any', doc: 'All.' }])).toEqual({ kind: 'any' });
  });

  it('makes a boolean of both truths', () => {
    expect(unionOf([literal(true), text, literal(false)])).toEqual(union({ kind: 'boolean' }, text));
    expect(unionOf([literal(true), text])).toEqual(union(literal(true), text));
  });

  it('keeps a union with a discriminator whole', () => {
    const told = discriminatedUnion([object, { ...object, strict: true }], 'kind');
    expect(unionOf([told, nothing])).toEqual(union(told, nothing));
  });
});

describe('withMember', () => {
  it('says of the union what was said of the type', () => {
    expect(withMember({ ...text, doc: 'A name.', default: 'a' }, nothing)).toEqual({
      ...union(text, nothing),
      doc: 'A name.',
      default: 'a',
    });
  });
});

describe('withoutUndefined', () => {
  it('takes undefined out and keeps what is said', () => {
    expect(withoutUndefined({ ...union(text, nothing), doc: 'A name.' })).toEqual({ ...text, doc: 'A name.' });
    expect(withoutUndefined(union(text, number))).toEqual(union(text, number));
    expect(withoutUndefined(nothing)).toEqual({ kind: 'never' });
  });
});

describe('hasUndefined', () => {
  it('looks into unions', () => {
    expect([hasUndefined(nothing), hasUndefined(union(text, nothing)), hasUndefined(text)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('discriminatedUnion', () => {
  it('forgets the discriminator where a member is no object of its own', () => {
    expect(discriminatedUnion([object, union(text, number)], 'kind')).toEqual(union(object, text, number));
  });
});
