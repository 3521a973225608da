import { describe, expect, it } from '@jest/globals';
import { fillSections } from './fill-sections.js';

describe('fillSections', () => {
  it('replaces what stands between the marks, and nothing else', () => {
    const page = 'Before.\n<!-- printed: a -->\nold\n<!-- end of a -->\nAfter.\n';
    expect(fillSections(page, { a: 'new' })).toBe('Before.\n<!-- printed: a -->\n\nnew\n\n<!-- end of a -->\nAfter.\n');
  });

  it('refuses a page that lacks a section', () => {
    expect(() => fillSections('Nothing.', { a: 'new' })).toThrow('between <!-- printed: a --> and <!-- end of a -->');
  });
});
