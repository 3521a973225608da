import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { mayBeUndefined, withNullForUndefined, withoutUndefined } from './undefined-members.js';

const text: TypeNode = { kind: 'string' };
const nothing: TypeNode = { kind: 'undefined' };
const maybe: TypeNode = { kind: 'union', of: [text, nothing] };
const reference = (name: string): TypeNode => ({ kind: 'reference', name });

const types: Readonly<Record<string, TypeNode>> = {
  Maybe: maybe,
  Text: text,
  Anything: { kind: 'unknown' },
  Loop: { kind: 'union', of: [reference('Loop'), text] },
};
const resolve = (name: string): TypeNode | undefined => types[name];

describe('mayBeUndefined', () => {
  it.each<[boolean, string, TypeNode]>([
    [true, 'undefined', nothing],
    [true, 'void', { kind: 'void' }],
    [true, 'what is not known', { kind: 'any' }],
    [true, 'a union with it', maybe],
    [true, 'a name for one', reference('Maybe')],
    [false, 'a text', reference('Text')],
    [false, 'a name that leads to itself', reference('Loop')],
    [false, 'a name that is not there', reference('Gone')],
    [false, 'a list of what may be', { kind: 'array', items: nothing }],
  ])('is %s of %s', (expected, _what, node) => {
    expect(mayBeUndefined(node, resolve)).toBe(expected);
  });
});

describe('withoutUndefined', () => {
  it('leaves what has none as it is, and what is not known', () => {
    for (const node of [text, reference('Text'), reference('Loop'), types['Anything'] ?? text]) {
      expect(withoutUndefined(node, resolve)).toBe(node);
    }
  });

  it('takes it out of unions, with what is said of them', () => {
    expect(withoutUndefined({ ...maybe, doc: 'If known.' }, resolve)).toEqual({ ...text, doc: 'If known.' });
    expect(withoutUndefined({ kind: 'union', of: [text, { kind: 'null' }, reference('Maybe')] }, resolve)).toEqual({
      kind: 'union',
      of: [text, { kind: 'null' }, text],
    });
  });

  it('leaves nothing where there is nothing else', () => {
    expect(withoutUndefined({ kind: 'union', of: [nothing, { kind: 'void' }] }, resolve)).toBeUndefined();
  });

  it('keeps names of what is not known', () => {
    expect(withoutUndefined(reference('Anything'), resolve)).toEqual(reference('Anything'));
  });
});

describe('withNullForUndefined', () => {
  it('puts null in its place, once', () => {
    expect(withNullForUndefined(reference('Maybe'), resolve)).toEqual({ kind: 'union', of: [text, { kind: 'null' }] });
    expect(withNullForUndefined(nothing, resolve)).toEqual({ kind: 'null' });
    expect(withNullForUndefined({ kind: 'union', of: [{ kind: 'null' }, text, nothing] }, resolve)).toEqual({
      kind: 'union',
      of: [text, { kind: 'null' }],
    });
    expect(withNullForUndefined(text, resolve)).toBe(text);
  });
});
