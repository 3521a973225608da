import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '../emit/generated-file.js';

const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** The compilers that generated code has to please, by their version. */
export const COMPILERS: Readonly<Record<string, string>> = {
  '5.9': 'node_modules/typescript-5.9/bin/tsc',
  '6.0': 'node_modules/@typescript/typescript6/bin/tsc6',
  '7.0': 'node_modules/@typescript/native/bin/tsc',
};

/** As strict as compilers are. */
const STRICT_OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: [],
  noEmit: true,
  declaration: true,
  strict: true,
  skipLibCheck: false,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  isolatedDeclarations: true,
  isolatedModules: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
};

/** A folder outside of the workspace, in which a package finds only the modules that it is given. */
export class PackageFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'trunkline-package-'));

  write(files: readonly GeneratedFile[]): void {
    for (const { path, text } of files) {
      const file = join(this.path, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** Lets the folder find modules of the workspace by their names. */
  link(...names: readonly string[]): void {
    for (const name of names) {
      const target = join(this.path, 'node_modules', name);
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(join(workspaceRoot, 'node_modules', name), target);
    }
  }

  /** Puts the declarations of our own client into the folder, as they are published, and nothing that they do not need. */
  async addRuntimeTypes(): Promise<void> {
    const libraries = join(workspaceRoot, 'libs');
    const config = {
      extends: join(workspaceRoot, 'tsconfig.base.json'),
      compilerOptions: {
        customConditions: ['@trunkline/source'],
        lib: ['es2023', 'dom'],
        types: ['node'],
        typeRoots: [join(workspaceRoot, 'node_modules/@types')],
        rootDir: libraries,
        outDir: join(this.path, 'node_modules/@trunkline'),
        emitDeclarationOnly: true,
        declarationMap: false,
        sourceMap: false,
      },
      files: ['protocol/src', 'client/src/generated', 'client/src/generated/tanstack', 'client/src/trpc'].map(
        (folder) => join(libraries, folder, 'index.ts'),
      ),
    };
    const manifest = (name: string, entries: readonly string[]): string => {
      const exports = entries.map((entry) => [
        entry === '' ? '.' : `./${entry}`,
        { types: `./${posix.join('src', entry, 'index.d.ts')}` },
      ]);
      return JSON.stringify({ name: `@trunkline/${name}`, type: 'module', exports: Object.fromEntries(exports) });
    };
    this.write([
      { path: 'runtime.json', text: JSON.stringify(config) },
      {
        path: 'node_modules/@trunkline/client/package.json',
        text: manifest('client', ['generated', 'generated/tanstack', 'trpc']),
      },
      { path: 'node_modules/@trunkline/protocol/package.json', text: manifest('protocol', ['']) },
    ]);
    const problems = await this.#run(COMPILERS['7.0'] ?? '', ['-p', 'runtime.json']);
    if (problems !== '') throw new Error(problems);
  }

  /**
   * What a compiler has against TypeScript files of the folder, as strictly as it can; empty for nothing.
   *
   * @param options where others are not as strict.
   */
  check(compiler: string, files: readonly string[], options: object = {}): Promise<string> {
    const path = `check-${compiler}.json`;
    this.write([{ path, text: JSON.stringify({ compilerOptions: { ...STRICT_OPTIONS, ...options }, files }) }]);
    return this.#run(COMPILERS[compiler] ?? '', ['-p', path, '--pretty', 'false']);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #run(program: string, args: readonly string[]): Promise<string> {
    return new Promise((done) => {
      const cwd = this.path;
      execFile(process.execPath, [join(workspaceRoot, program), ...args], { cwd }, (failure, stdout, stderr) => {
        done(failure === null ? '' : `${stdout}${stderr}` || failure.message);
      });
    });
  }
}
