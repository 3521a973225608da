import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readTraceparent } from './traceparent.js';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';

describe('readTraceparent', () => {
  it.each([
    `00-${TRACE_ID}-${PARENT_ID}-01`,
    `00-${TRACE_ID}-${PARENT_ID}-00`,
    `01-${TRACE_ID}-${PARENT_ID}-01`,
    `cc-${TRACE_ID}-${PARENT_ID}-01-what-the-future-will-be-like`,
  ])('reads %s', (text) => {
    expect(readTraceparent(text)).toBe(text);
  });

  it.each<[what: string, value: unknown]>([
    ['nothing', undefined],
    ['a number', 1],
    ['an empty string', ''],
    ['the version that is not allowed', `ff-${TRACE_ID}-${PARENT_ID}-01`],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${PARENT_ID}-01`],
    ['a parent id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['upper case', `00-${TRACE_ID.toUpperCase()}-${PARENT_ID}-01`],
    ['an addition to version 00', `00-${TRACE_ID}-${PARENT_ID}-01-more`],
    ['flags that run on', `01-${TRACE_ID}-${PARENT_ID}-01more`],
    ['a line break', `00-${TRACE_ID}-${PARENT_ID}-01\n`],
    ['more than 128 characters', `01-${TRACE_ID}-${PARENT_ID}-01-${'a'.repeat(80)}`],
  ])('ignores %s', (_what, value) => {
    expect(readTraceparent(value)).toBeUndefined();
  });

  it('gives any value back unchanged, or not at all', () => {
    const hex = (length: number) =>
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });
    const near = fc.tuple(hex(2), hex(32), hex(16), hex(2)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), fc.anything()), (value) => {
        const read = readTraceparent(value);
        expect(read === undefined || (read === value && read.length <= 128)).toBe(true);
      }),
    );
  });
});
