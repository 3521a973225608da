import { describe, expect, it } from '@jest/globals';
import { jsonScalar } from './json-scalar.js';

describe('jsonScalar', () => {
  it('reads texts and numbers with their bounds', () => {
    expect(jsonScalar('string', { format: 'email', pattern: '^a', minLength: 1, maxLength: 9 })).toEqual({
      kind: 'string',
      format: 'email',
      patterns: ['^a'],
      minLength: 1,
      maxLength: 9,
    });
    expect(jsonScalar('integer', { minimum: 1, exclusiveMaximum: 9, multipleOf: 2 })).toEqual({
      kind: 'number',
      integer: true,
      minimum: 1,
      exclusiveMaximum: 9,
      multipleOf: 2,
    });
    expect(jsonScalar('null', {})).toEqual({ kind: 'null' });
  });

  it('has a hole for a type that JSON Schema has not', () => {
    expect(jsonScalar('date', {})).toEqual({
      kind: 'hole',
      reason: 'its JSON Schema says the type "date", which there is not',
    });
  });
});
