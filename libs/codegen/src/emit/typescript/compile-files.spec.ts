import { describe, expect, it } from '@jest/globals';
import { compileFiles } from './compile-files.js';

describe('compileFiles', () => {
  it('makes a module and its declarations of each source, and of nothing else', async () => {
    const text =
      "import type { A } from './a.js';\n/** Adds. */\nexport function add(a: A, b: number): number {\n  return a.of + b;\n}\n";
    const files = await compileFiles([
      { path: 'package.json', text: '{}\n' },
      { path: 'src/add.ts', text },
    ]);
    expect(files).toEqual([
      {
        path: 'dist/add.d.ts',
        text: 'import type { A } from "./a.js";\n/** Adds. */\nexport declare function add(a: A, b: number): number;\n',
      },
      { path: 'dist/add.js', text: '/** Adds. */\nexport function add(a, b) {\n\treturn a.of + b;\n}\n' },
    ]);
  });

  it('refuses what needs other files to be understood', async () => {
    const text = "import { a } from './a.js';\nexport const b = a();\n";
    await expect(compileFiles([{ path: 'src/b.ts', text }])).rejects.toThrow(/src\/b\.ts cannot be compiled/);
  });
});
