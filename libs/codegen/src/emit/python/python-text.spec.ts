import { describe, expect, it } from '@jest/globals';
import { comment, docstring } from './python-text.js';

describe('docstring', () => {
  it('keeps a text within its quotes', () => {
    expect(docstring('Says "hello"', '  ')).toEqual(['  """Says "hello" """']);
    expect(docstring('a """ b \\', '')).toEqual(['"""a \\"\\"\\" b \\\\"""']);
  });

  it('stands over several lines where the text does', () => {
    expect(docstring('One.\n\nTwo.', '  ')).toEqual(['  """One.', '', '  Two.', '  """']);
  });

  it('is nothing for nothing', () => expect(docstring(' ', '')).toEqual([]));
});

describe('comment', () => {
  it('marks each line', () => {
    expect(comment('One.\n\nTwo.', '  ')).toEqual(['  #: One.', '  #:', '  #: Two.']);
    expect(comment('', '')).toEqual([]);
  });
});
