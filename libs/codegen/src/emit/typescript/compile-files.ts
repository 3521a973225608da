import { isolatedDeclaration, transform } from 'oxc-transform';
import type { GeneratedFile } from '../generated-file.js';

/**
 * Makes `dist/*.js` and `dist/*.d.ts` of `src/*.ts`, so that a generated package can be imported without a build of its own.
 * Each file is taken alone and no type is checked, which generated code does not need.
 *
 * It is done in threads of its own, beside which this one can go on.
 *
 * @throws TypeError where a file cannot be taken alone, which is a bug of what printed it.
 */
export async function compileFiles(files: readonly GeneratedFile[]): Promise<readonly GeneratedFile[]> {
  const compiled = await Promise.all(files.map(compileFile));
  return compiled.flat();
}

async function compileFile({ path, text }: GeneratedFile): Promise<readonly GeneratedFile[]> {
  const [, name] = /^src\/(.+)\.ts$/u.exec(path) ?? [];
  if (name === undefined) return [];
  const [declaration, code] = await Promise.all([
    isolatedDeclaration(path, text),
    transform(path, text, { typescript: { onlyRemoveTypeImports: true } }),
  ]);
  return [
    { path: `dist/${name}.d.ts`, text: complete(path, declaration) },
    { path: `dist/${name}.js`, text: complete(path, code) },
  ];
}

interface Compiled {
  readonly code: string;
  readonly errors: readonly { readonly message: string }[];
}

function complete(path: string, { code, errors: [error] }: Compiled): string {
  if (error !== undefined) throw new TypeError(`${path} cannot be compiled: ${error.message}`);
  return code.endsWith('\n') ? code : `${code}\n`;
}
