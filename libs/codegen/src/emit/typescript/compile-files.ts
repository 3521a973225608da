import ts from '@typescript/typescript6';
import type { GeneratedFile } from '../generated-file.js';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

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
      {
        path: `dist/${name}.d.ts`,
        text: compile(ts.transpileDeclaration, path, text, { isolatedDeclarations: true, declaration: true }),
      },
      { path: `dist/${name}.js`, text: compile(ts.transpileModule, path, text, {}) },
    ];
  });
}

function compile(
  transpile: typeof ts.transpileModule,
  fileName: string,
  text: string,
  options: ts.CompilerOptions,
): string {
  const { outputText, diagnostics = [] } = transpile(text, {
    compilerOptions: { ...OPTIONS, ...options },
    fileName,
    reportDiagnostics: true,
  });
  const [first] = diagnostics;
  if (first !== undefined) {
    throw new TypeError(`${fileName} cannot be compiled: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  }
  return outputText;
}
