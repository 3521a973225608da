import ts from 'typescript';
import type { Finding } from '../workspace/finding.js';
import { isTestOrConfiguration, type SourceFile } from '../workspace/source-file.js';

/** Finds library sources that run and have no spec beside them. */
export function findMissingSpecs(files: readonly SourceFile[]): readonly Finding[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(
      ({ path }) => /^libs\/[^/]+\/src\//.test(path) && !isTestOrConfiguration(path) && !path.endsWith('/index.ts'),
    )
    .filter(({ path }) => !paths.has(toSpecPath(path)))
    .filter((file) => hasRuntimeCode(file))
    .map(({ path }) => ({
      rule: 'spec-beside',
      file: path,
      line: 1,
      problem: 'has no spec beside it.',
      remedy: `Write ${toSpecPath(path)}; a file of types alone needs none.`,
    }));
}

function toSpecPath(path: string): string {
  return path.replace(/\.(tsx?)$/, '.spec.$1');
}

function hasRuntimeCode({ path, text }: SourceFile): boolean {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  return !statements.every(
    (statement) =>
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isImportDeclaration(statement) ||
      (ts.isExportDeclaration(statement) && statement.isTypeOnly),
  );
}
