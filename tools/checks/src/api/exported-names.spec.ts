import { describe, expect, it } from '@jest/globals';
import { listExportedNames } from './exported-names.js';

const check = (text: string): readonly string[] => listExportedNames('index.ts', text);

describe('listExportedNames', () => {
  it('lists re-exports by their public name, with types marked', () => {
    expect(check("export { b as renamed, type C } from './b.js';\nexport type { A } from './a.js';")).toEqual([
      'renamed',
      'type A',
      'type C',
    ]);
  });

  it('lists declarations', () => {
    const text =
      'export function run() {}\nexport class Box {}\nexport const size = 1;\nexport interface Port {}\nconst own = 2;';
    expect(check(text)).toEqual(['Box', 'run', 'size', 'type Port']);
  });

  it('refuses a star, because nobody chose what it exports', () => {
    expect(() => check("export * from './a.js';")).toThrow('index.ts exports with a star');
  });
});
