import { describe, expect, it } from '@jest/globals';
import { indent, printBlock, printBraces } from './print-lines.js';

describe('printBraces', () => {
  it('takes one line where that is short', () => {
    expect(printBraces([])).toBe('{}');
    expect(printBraces(['a: 1;', 'b: 2;'])).toBe('{ a: 1; b: 2 }');
    expect(printBraces(['/** One. */\na: 1;'])).toBe('{\n  /** One. */\n  a: 1;\n}');
    expect(printBraces([`a: '${'x'.repeat(80)}';`])).toMatch(/^\{\n {2}a: /);
  });
});

describe('printBlock', () => {
  it('gives each member a line', () => {
    expect(printBlock(['a: 1;', 'b: 2;'])).toBe('{\n  a: 1;\n  b: 2;\n}');
    expect(printBlock([])).toBe('{}');
  });
});

describe('indent', () => {
  it('leaves empty lines empty', () => {
    expect(indent('a\n\n  b')).toBe('  a\n\n    b');
  });
});
