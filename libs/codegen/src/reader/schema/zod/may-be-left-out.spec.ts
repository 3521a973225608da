import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { mayBeLeftOut } from './may-be-left-out.js';

describe('mayBeLeftOut', () => {
  it.each([
    ['a required one', z.string(), false, false],
    ['an optional one', z.string().optional(), true, true],
    ['one with a default', z.string().default('a'), true, false],
    ['one with a default before it is parsed', z.string().prefault('a'), true, false],
    ['one that catches, which is required by its type', z.string().catch('a'), false, false],
    ['an optional one that catches', z.string().optional().catch('a'), true, true],
    ['one that is transformed', z.string().transform(Number), false, false],
    ['an optional one behind a preprocess', z.preprocess((value) => value, z.string().optional()), true, true],
    ['one that may be undefined', z.union([z.string(), z.undefined()]), false, false],
    ['an unknown one', z.unknown(), false, false],
  ])('says of %s whether it may be missing in inputs and outputs', (_name, schema, input, output) => {
    expect([mayBeLeftOut(schema, 'input'), mayBeLeftOut(schema, 'output')]).toEqual([input, output]);
  });
});
