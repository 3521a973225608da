import { isolatedDeclarationSync, transformSync } from 'oxc-transform';
import type { GeneratedFile } from '../generated-file.js';

/**
 * Makes `dist/*.js` and `dist/*.d.ts` of `src/*.ts`, so that a generated package can be imported without a build of its own.
 * Each file is taken alone and no type is checked, which generated code does not need.
 *
 * @throws TypeError where a file cannot be taken alone, which is a bug of what printed it.
 */
export function compileFiles(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  return files.flatMap(({ path, text }) => {
    const [, name] = /^src\/(.+)\.ts$/u.exec(path) ?? [];
    if (name === undefined) return [];
    return [
      { path: `dist/${name}.d.ts`, text: complete(path, isolatedDeclarationSync(path, text)) },
      {
        path: `dist/${name}.js`,
        text: complete(path, transformSync(path, text, { typescript: { onlyRemoveTypeImports: true } })),
      },
    ];
  });
}

interface Compiled {
  readonly code: string;
  readonly errors: readonly { readonly message: string }[];
}

function complete(path: string, { code, errors: [error] }: Compiled): string {
  if (error !== undefined) throw new TypeError(`${path} cannot be compiled: ${error.message}`);
  return code.endsWith('\n') ? code : `${code}\n`;
}
