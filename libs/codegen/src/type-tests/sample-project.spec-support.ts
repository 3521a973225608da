import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../contract/contract.js';
import { readTypes } from '../reader/compiler/read-types.js';
import { mergeReadings } from '../reader/merge/merge-readings.js';
import type { CompilerReading, SchemaReading } from '../reader/reading.js';
import { importRouter } from '../reader/schema/import/import-router.js';
import { PackageFolder } from '../testing/package-folder.js';

const sampleFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../testing/sample');

/** How the sample's project is set. */
export interface SampleSettings {
  readonly transformer: 'superjson' | 'none';
  /** Whether its compiler has `exactOptionalPropertyTypes`. */
  readonly isExact: boolean;
}

/** A root of the sample without a transformer, and with tRPC's own data of errors. */
const PLAIN_ROOT = `import { initTRPC } from '@trpc/server';
import type { SampleContext, SampleMeta } from './sample-root.js';

export const t = initTRPC.context<SampleContext>().meta<SampleMeta>().create();
`;

/** The sample's router as an application of its own, outside of the workspace, together with what is generated from it. */
export class SampleProject {
  readonly folder = new PackageFolder();
  readonly settings: SampleSettings;

  constructor(settings: SampleSettings) {
    this.settings = settings;
    cpSync(sampleFolder, this.#path('server'), { recursive: true });
    if (settings.transformer === 'none') {
      cpSync(join(sampleFolder, 'root.ts'), this.#path('server/sample-root.ts'));
      writeFileSync(this.#path('server/root.ts'), PLAIN_ROOT);
    }
    this.folder.link('@trpc/server', 'zod', 'superjson');
    this.folder.write([
      { path: 'package.json', text: '{ "type": "module" }\n' },
      {
        path: 'tsconfig.json',
        text: JSON.stringify({ compilerOptions: compilerOptions(settings), include: ['server'] }),
      },
    ]);
  }

  /** Lets it find our own packages' declarations, which another folder has. */
  useRuntimeTypes(runtime: PackageFolder): void {
    symlinkSync(join(runtime.path, 'node_modules/@trunkline'), this.#path('node_modules/@trunkline'));
  }

  /** What the schemas say. */
  async readSchemas(): Promise<SchemaReading> {
    const { reading } = await importRouter({ ...this.#router(), tsconfigPath: this.#path('tsconfig.json') });
    return reading;
  }

  /** What the compiler says. */
  readTypes(engine: 'native' | 'classic' = 'native'): Promise<CompilerReading> {
    return readTypes({ ...this.#router(), tsconfigPath: this.#path('tsconfig.json'), engine });
  }

  /** What both say. */
  async read(engine: 'native' | 'classic' = 'native'): Promise<Contract> {
    const [schemas, types] = await Promise.all([this.readSchemas(), this.readTypes(engine)]);
    return mergeReadings(schemas, types);
  }

  /** What a compiler has against files of the project, which are compiled with its own settings. */
  check(compiler: string, files: readonly string[]): Promise<string> {
    return this.folder.check(compiler, files, {
      ...compilerOptions(this.settings),
      declaration: false,
      isolatedDeclarations: false,
      noUnusedLocals: false,
    });
  }

  remove(): void {
    this.folder.remove();
  }

  #router(): { routerPath: string; exportName: string } {
    return { routerPath: this.#path('server/app-router.ts'), exportName: 'appRouter' };
  }

  #path(name: string): string {
    return join(this.folder.path, name);
  }
}

function compilerOptions({ isExact }: SampleSettings): object {
  return {
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: isExact,
    skipLibCheck: true,
    noEmit: true,
  };
}
