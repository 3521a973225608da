import { describe, expect, it } from '@jest/globals';
import { bigintSchema, numberSchema, stringSchema, superjsonNumberSchema } from './scalar-schema.js';

describe('stringSchema', () => {
  it('says several patterns, and in words those that JSON Schema does not take', () => {
    expect(stringSchema({ kind: 'string', patterns: ['^a', 'b$', '[\\-a'], minLength: 1 })).toEqual({
      type: 'string',
      minLength: 1,
      pattern: '^a',
      allOf: [{ pattern: 'b$' }],
      $comment: 'Matches too: [\\-a',
    });
  });
});

describe('the format of a text', () => {
  it('is said where JSON Schema knows it, and in words where a validator would refuse it', () => {
    expect(stringSchema({ kind: 'string', format: 'uuid' })).toEqual({ type: 'string', format: 'uuid' });
    expect(stringSchema({ kind: 'string', format: 'base64' })).toEqual({ type: 'string', contentEncoding: 'base64' });
    expect(stringSchema({ kind: 'string', format: 'nanoid' })).toEqual({ type: 'string', $comment: 'Format: nanoid' });
  });
});

describe('numberSchema', () => {
  it('says every limit', () => {
    const limits = { minimum: 1, maximum: 9, exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 2 };
    expect(numberSchema({ kind: 'number', integer: true, ...limits })).toEqual({ type: 'integer', ...limits });
  });
});

describe('superjsonNumberSchema', () => {
  const anyNumber = () => ({ $ref: '#/any' });

  it('is the shared schema where nothing is known of the number', () => {
    expect(superjsonNumberSchema({ kind: 'number' }, anyNumber)).toEqual({ $ref: '#/any' });
  });

  it('takes minus zero for a text where zero is within the limits', () => {
    expect(superjsonNumberSchema({ kind: 'number', integer: true }, anyNumber)).toEqual({
      anyOf: [{ type: 'integer' }, { const: '-0' }],
    });
    expect(superjsonNumberSchema({ kind: 'number', minimum: 1 }, anyNumber)).toEqual({ type: 'number', minimum: 1 });
    expect(superjsonNumberSchema({ kind: 'number', exclusiveMaximum: 0 }, anyNumber)).toEqual({
      type: 'number',
      exclusiveMaximum: 0,
    });
  });
});

describe('bigintSchema', () => {
  it('takes decimal digits, with a sign only where it may be below zero', () => {
    expect(bigintSchema({ kind: 'bigint' })).toEqual({ type: 'string', pattern: '^-?[0-9]+$' });
    expect(bigintSchema({ kind: 'bigint', minimum: '0', maximum: '9' })).toEqual({
      type: 'string',
      pattern: '^[0-9]+$',
      $comment: 'A whole number of at least 0 and at most 9.',
    });
  });
});
