import { describe, expect, it } from '@jest/globals';
import { findUnnumberedTodos } from './unnumbered-todos.js';

// Put together here, so that this file is no finding itself.
const word = ['TO', 'DO'].join('');
const check = (text: string): readonly number[] =>
  findUnnumberedTodos([{ path: 'libs/a/src/a.ts', text }]).map(({ line }) => line);

describe('findUnnumberedTodos', () => {
  it('names the line of an intention without an issue', () => {
    expect(check(`const a = 1;\n// ${word}: measure this.`)).toEqual([2]);
    expect(check(`/**\n * ${word}: describe this.\n */`)).toEqual([2]);
  });

  it.each([`// ${word} (#41): measure this.`, `// ${word}, issue 41: measure this.`])('accepts %s', (line) => {
    expect(check(line)).toEqual([]);
  });

  it('accepts the word where it is no comment', () => {
    expect(check(`const list = '${word}';`)).toEqual([]);
  });
});
