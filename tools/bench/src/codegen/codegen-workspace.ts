import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { BenchProcess } from '../processes/bench-process.js';
import type { FrontEndSize } from './front-end-sources.js';
import type { GenerationCommands, ProcessSettings } from './generation-commands.js';
import { installPackages } from './install-packages.js';
import { createRouterSources } from './router-sources.js';
import { runCompiler } from './run-compiler.js';
import { writeSources } from './write-sources.js';

/** The name under which the generated package is imported. */
export const API_PACKAGE = '@example/api';

export interface WorkspaceSettings extends FrontEndSize {
  readonly profileFolder: string | undefined;
}

/** A folder with a router, the packages that it needs, and a client that is generated from it. */
export class CodegenWorkspace {
  readonly size: FrontEndSize;
  readonly folder: string;
  readonly routerFolder: string;
  readonly #profileFolder: string | undefined;
  #isGenerated = false;
  #isDeclared = false;

  static async create(benchRoot: string, settings: WorkspaceSettings): Promise<CodegenWorkspace> {
    // Below the project, so that packages are found where they are installed.
    const workspace = new CodegenWorkspace(join(benchRoot, 'dist', `codegen-${process.pid}`), settings);
    try {
      await installPackages(dirname(dirname(benchRoot)), workspace.folder);
      await workspace.#buildProcess(benchRoot);
    } catch (error) {
      workspace.remove();
      throw error;
    }
    writeSources(workspace.routerFolder, createRouterSources(settings.procedureCount));
    writeSources(workspace.routerFolder, new Map([['tsconfig.json', ROUTER_CONFIG]]));
    return workspace;
  }

  constructor(folder: string, { profileFolder, ...size }: WorkspaceSettings) {
    this.size = size;
    this.folder = folder;
    this.routerFolder = join(folder, 'router');
    this.#profileFolder = profileFolder;
    mkdirSync(folder, { recursive: true });
    writeSources(folder, new Map([['package.json', '{ "name": "example", "private": true, "type": "module" }\n']]));
  }

  get apiFolder(): string {
    return join(this.folder, 'node_modules', API_PACKAGE);
  }

  /** Starts a process that generates from the router into a folder. */
  async openGenerator(outFolder: string, isWatching = false): Promise<BenchProcess<GenerationCommands>> {
    const generator = new BenchProcess<GenerationCommands>({
      scriptPath: this.#scriptPath,
      title: 'the generator',
      profileFolder: this.#profileFolder,
    });
    const settings: ProcessSettings = {
      settings: { router: 'router.ts#appRouter', out: outFolder, packageName: API_PACKAGE },
      folder: this.routerFolder,
      isWatching,
    };
    await generator.ask('open', settings);
    return generator;
  }

  /** Sees to it that the generated package is there. */
  async generateOnce(): Promise<void> {
    if (this.#isGenerated) return;
    const generator = await this.openGenerator(this.apiFolder);
    try {
      await generator.ask('generate');
      this.#isGenerated = true;
    } finally {
      await generator.end();
    }
  }

  /** Sees to it that the router's declarations are there, as a build of it emits them. */
  async declareOnce(): Promise<void> {
    if (this.#isDeclared) return;
    const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--outDir', '../declared'];
    await runCompiler('TypeScript 7', ['-p', '.', ...options], this.routerFolder);
    this.#isDeclared = true;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #scriptPath(): string {
    return join(this.folder, 'generation-process.js');
  }

  async #buildProcess(benchRoot: string): Promise<void> {
    await build({
      entryPoints: [join(benchRoot, 'src', 'codegen', 'generation-process.ts')],
      outfile: this.#scriptPath,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: ['@trunkline/codegen'],
      logLevel: 'warning',
    });
  }
}

const ROUTER_CONFIG = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2023"],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "types": [],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["**/*.ts"]
}
`;
