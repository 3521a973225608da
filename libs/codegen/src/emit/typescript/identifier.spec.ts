import { runInThisContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIdentifier, printKey, printPropertyName, quote, toTypeName } from './identifier.js';

/** What a script makes of an expression. */
const evaluate = (expression: string): unknown => runInThisContext(`(${expression})`);

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', "it's", '"', '\\', '\u2028', '\ud800'),
);

describe('quote', () => {
  it('prints a text that a script reads as it was', () => {
    fc.assert(fc.property(anyText, (text) => evaluate(quote(text)) === text));
  });
});

describe('printKey', () => {
  it('prints the name of a property of its own, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const made = evaluate(`Object.entries({ ${printKey(name)}: 1 })`);
        expect(made).toEqual([[name, 1]]);
      }),
    );
  });
});

describe('printPropertyName', () => {
  it('uses quotes only where it must', () => {
    expect(['id', 'class', '$a_1', 'größe'].map(printPropertyName)).toEqual(['id', 'class', '$a_1', 'größe']);
    expect(['', 'a-b', '1a', 'a b', "it's"].map(printPropertyName)).toEqual([
      "''",
      "'a-b'",
      "'1a'",
      "'a b'",
      String.raw`'it\'s'`,
    ]);
  });
});

describe('toTypeName', () => {
  it('makes one word of several', () => {
    expect(['orders.byId', 'odd-names.class', 'by_id', 'größe', '2fa', '', '.'].map(toTypeName)).toEqual([
      'OrdersById',
      'OddNamesClass',
      'ById',
      'Größe',
      '_2fa',
      '_',
      '_',
    ]);
  });

  it('makes an identifier of any text', () => {
    fc.assert(fc.property(anyText, (text) => isIdentifier(`${toTypeName(text)}Input`)));
  });
});

describe('isIdentifier', () => {
  it('knows names from keywords and other texts', () => {
    expect(['Order', '_', '$', 'größe'].map(isIdentifier)).toEqual([true, true, true, true]);
    expect(['', '1', 'a b', 'class', 'string', 'type', 'undefined'].some(isIdentifier)).toBe(false);
  });
});
