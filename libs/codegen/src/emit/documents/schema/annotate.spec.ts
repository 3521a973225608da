import { describe, expect, it } from '@jest/globals';
import { annotate, descriptionOf } from './annotate.js';

describe('annotate', () => {
  it('lays description, deprecation and default beside a schema', () => {
    const node = { doc: 'How many.', deprecated: 'Use size.', default: 3 };
    expect(annotate({ type: 'number' }, node, '2020-12')).toEqual({
      type: 'number',
      description: 'How many.\n\nDeprecated: Use size.',
      deprecated: true,
      default: 3,
    });
  });

  it('stands around a reference in draft 7, which passes over what stands beside one', () => {
    expect(annotate({ $ref: '#/a' }, { doc: 'Which.' }, 'draft-07')).toEqual({
      allOf: [{ $ref: '#/a' }],
      description: 'Which.',
    });
    expect(annotate({ $ref: '#/a' }, { doc: 'Which.' }, '2020-12')).toEqual({ $ref: '#/a', description: 'Which.' });
  });

  it('leaves a schema of which nothing is said as it is', () => {
    const schema = { type: 'string' };
    expect(annotate(schema, {}, 'draft-07')).toBe(schema);
  });
});

describe('descriptionOf', () => {
  it('gives a reason where the contract has none', () => {
    expect(descriptionOf({ deprecated: '' })).toBe('Deprecated: do not use it any more.');
  });
});
