import { describe, expect, it } from '@jest/globals';
import { TypeFlags } from '@typescript/native/unstable/sync';
import ts from '@typescript/typescript6';
import { intrinsicName, unresolvedForm } from './type-flags.js';

describe.each([
  ['native', TypeFlags],
  ['classic', ts.TypeFlags],
])('flags of the %s compiler', (_, bits) => {
  it('say what a type without parts is', () => {
    expect(intrinsicName(bits.String, bits)).toBe('string');
    expect(intrinsicName(bits.UniqueESSymbol, bits)).toBe('symbol');
    expect(intrinsicName(bits.Object, bits)).toBeUndefined();
  });

  it('say what is not known', () => {
    expect(unresolvedForm(bits.TypeParameter, bits, 'T')).toContain('the type parameter T');
    expect(unresolvedForm(0, bits, '')).toBe('a type of an unknown form (0)');
  });
});
