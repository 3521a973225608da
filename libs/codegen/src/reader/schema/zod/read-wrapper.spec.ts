import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { date, nothing, number, readIn, readOut, text, union } from './read-zod.spec-support.js';

const transformHole = { kind: 'hole', reason: 'a transform does not say at run time what it takes and makes' };

describe('readWrapper', () => {
  it.each([
    ['optional', z.string().optional(), union(text, nothing), union(text, nothing)],
    ['exact optional', z.exactOptional(z.string()), text, text],
    ['nullish', z.string().nullish(), union(text, { kind: 'null' }, nothing), union(text, { kind: 'null' }, nothing)],
    ['not optional', z.string().optional().nonoptional(), text, text],
    ['defaulted', z.string().default('a'), { ...union(text, nothing), default: 'a' }, text],
    ['prefaulted', z.string().prefault('a'), { ...union(text, nothing), default: 'a' }, text],
    ['caught', z.string().catch('a'), text, text],
    ['lazy', z.lazy(() => z.string()), text, text],
    ['a promise', z.promise(z.string()), text, text],
    ['a success', z.success(z.string()), text, { kind: 'boolean' }],
    ['a transform', z.string().transform(Number), text, transformHole],
    ['a preprocess', z.preprocess((value) => value, z.string()), transformHole, text],
    ['a pipe', z.string().transform(Number).pipe(z.number()), text, number],
    ['a codec', z.codec(z.string(), z.date(), { decode: (value) => new Date(value), encode: String }), text, date],
    ['text that says a boolean', z.stringbool(), text, { kind: 'boolean' }],
    ['branded', z.string().brand('Id'), text, text],
  ])('reads what is %s from both sides', (_name, schema, input, output) => {
    expect([readIn(schema), readOut(schema)]).toEqual([input, output]);
  });

  it('has holes for what cannot travel', () => {
    expect(readIn(z.file())).toMatchObject({ kind: 'hole', reason: expect.stringContaining('Uint8Array') });
    expect(readIn(z.function())).toEqual({ kind: 'hole', reason: 'a function cannot travel' });
  });

  it('has a hole for a kind of schema that a later zod may have', () => {
    const later: z.ZodType = Object.create(z.string(), {
      _zod: { value: { def: { type: 'temporal' }, traits: new Set(), bag: {} } },
    });
    expect(readIn(later)).toEqual({ kind: 'hole', reason: 'zod calls it "temporal", which is not known here' });
  });
});
