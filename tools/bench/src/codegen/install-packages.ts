import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCompiler } from './run-compiler.js';

/** Each before those that need it. */
const packageNames = ['protocol', 'client', 'codegen'] as const;

/**
 * Builds our packages from their sources into the folder's `node_modules`, as they are published, so that compilers and Node
 * meet what users have: declarations and JavaScript. Everything else is found where the repository has it.
 */
export async function installPackages(repository: string, folder: string): Promise<void> {
  const scope = join(folder, 'node_modules', '@trunkline');
  for (const name of packageNames) {
    const source = join(repository, 'libs', name);
    const target = join(scope, name);
    mkdirSync(target, { recursive: true });
    copyFileSync(join(source, 'package.json'), join(target, 'package.json'));
    const configPath = join(target, 'tsconfig.json');
    writeFileSync(configPath, JSON.stringify(configFor(source, target, scope)));
    // That the types are right is for other checks to say.
    await runCompiler('TypeScript 7', ['-p', configPath, '--noCheck'], target);
    if (!existsSync(join(target, 'dist', 'index.js')))
      throw new Error(`@trunkline/${name} was not built into ${target}.`);
  }
}

function configFor(source: string, target: string, scope: string): object {
  return {
    extends: join(source, 'tsconfig.lib.json'),
    compilerOptions: {
      rootDir: join(source, 'src'),
      outDir: join(target, 'dist'),
      typeRoots: [join(source, '..', '..', 'node_modules', '@types')],
      paths: { '@trunkline/*': [join(scope, '*', 'dist', 'index.d.ts')] },
      sourceMap: false,
      declarationMap: false,
    },
    include: [join(source, 'src')],
    exclude: ['**/*.spec.ts', '**/*.type-spec.ts', '**/*.spec-support.ts', '**/testing/**'].map((pattern) =>
      join(source, 'src', pattern),
    ),
  };
}
