import { describe, expect, it } from '@jest/globals';
import { isSameForm } from './same-form.js';

describe('isSameForm', () => {
  it('leaves words aside', () => {
    expect(isSameForm({ kind: 'string', minLength: 1, doc: 'x' }, { doc: 'y', minLength: 1, kind: 'string' })).toBe(
      true,
    );
    expect(isSameForm({ kind: 'string', minLength: 1 }, { kind: 'string' })).toBe(false);
    expect(isSameForm({ kind: 'null' }, { kind: 'undefined' })).toBe(false);
  });

  it('takes objects for the same only where they are one', () => {
    const form = { kind: 'object', properties: new Map(), strict: false } as const;
    expect(isSameForm(form, form)).toBe(true);
    expect(isSameForm(form, { ...form })).toBe(false);
  });
});
