import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../..');

/** A TypeScript project of these files in a folder of its own, with our packages. */
export class ProjectFolder {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'trunkline-project-')));
  readonly tsconfigPath = join(this.folder, 'tsconfig.json');

  constructor(files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>> = {}) {
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2022'],
      module: 'nodenext',
      moduleResolution: 'nodenext',
      types: [],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      ...options,
    };
    symlinkSync(join(workspaceRoot, 'node_modules'), join(this.folder, 'node_modules'));
    this.write('package.json', '{ "type": "module" }');
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
    for (const [path, text] of Object.entries(files)) {
      this.write(path, text);
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): string {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
