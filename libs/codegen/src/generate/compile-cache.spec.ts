import { describe, expect, it } from '@jest/globals';
import { CompileCache } from './compile-cache.js';

const one = { path: 'src/one.ts', text: 'export const one = 1 as const;\n' };
const two = { path: 'src/two.ts', text: 'export const two = 2 as const;\n' };

describe('CompileCache', () => {
  it('compiles a file again when its text changed, and no other', () => {
    const { compile } = new CompileCache();
    const first = compile([one, two]);
    expect(first.map(({ path }) => path)).toEqual(['dist/one.d.ts', 'dist/one.js', 'dist/two.d.ts', 'dist/two.js']);
    const second = compile([one, { ...two, text: 'export const two = 3 as const;\n' }]);
    expect(second[1]).toBe(first[1]);
    expect(second[3]?.text).toContain('= 3');
  });
});
