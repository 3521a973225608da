import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { annotate, withoutAnnotations } from './annotations.js';

describe('annotate', () => {
  it('adds what is said beside a type, and nothing else of what says it', () => {
    const said: TypeNode = { kind: 'string', maxLength: 3, doc: 'A name.', default: 'a', deprecated: '' };
    expect(annotate({ kind: 'number', minimum: 1 }, said)).toEqual({
      kind: 'number',
      minimum: 1,
      doc: 'A name.',
      default: 'a',
      deprecated: '',
    });
  });

  it('leaves what the type says where the other is silent', () => {
    const node: TypeNode = { kind: 'string', doc: 'A name.' };
    expect(annotate(node, {})).toBe(node);
    expect(annotate(node, { default: null })).toEqual({ kind: 'string', doc: 'A name.', default: null });
  });
});

describe('withoutAnnotations', () => {
  it('leaves the form', () => {
    expect(withoutAnnotations({ kind: 'string', maxLength: 3, doc: 'A', default: 'a', deprecated: '' })).toEqual({
      kind: 'string',
      maxLength: 3,
    });
  });
});
