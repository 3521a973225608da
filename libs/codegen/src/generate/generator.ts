import { nextCompatibility } from '../breaking/compatibility.js';
import { systemClock } from '../clock.js';
import { findProblems } from '../reader/merge/find-problems.js';
import { mergeReadings } from '../reader/merge/merge-readings.js';
import type { CompilerReading, SchemaReading } from '../reader/reading.js';
import { loadCompatibilityBase } from './compatibility-base.js';
import { emitPackage } from './emit-package.js';
import type { GenerateSettings } from './generate-settings.js';
import type { GenerateStep, Generation } from './generation.js';
import { type GeneratePlan, planGeneration } from './plan.js';
import { RouterSource } from './router-source.js';
import { sourceFoldersOf } from './source-folders.js';
import { TypeSource } from './type-source.js';

/** What surrounds a generator. */
export interface GeneratorOptions {
  /** The folder that paths in the settings are relative to. */
  readonly cwd: string;
  /** Whether it will be asked again and again, so that what takes long is prepared meanwhile. @default false */
  readonly isWatching?: boolean;
  /** Told after each step. */
  readonly onStep?: (step: GenerateStep) => void;
}

const SOURCE = /\.[cm]?[jt]sx?$/u;

/** Makes the files of a client package from a router, again and again while it is kept: what it has read it need not read twice. */
export class Generator {
  readonly #plan: GeneratePlan;
  readonly #onStep: (step: GenerateStep) => void;
  readonly #router: RouterSource;
  readonly #types: TypeSource;
  #warnings: string[] = [];

  /**
   * Whoever makes a generator closes it.
   *
   * @throws TypeError where the settings name what is not there.
   */
  constructor(settings: GenerateSettings, { cwd, isWatching = false, onStep = () => undefined }: GeneratorOptions) {
    this.#plan = planGeneration(settings, cwd);
    this.#onStep = onStep;
    this.#router = new RouterSource(this.#plan, isWatching);
    this.#types = new TypeSource(this.#plan, (warning) => this.#warnings.push(warning));
  }

  /** The folder of the generated package, absolute. */
  get outFolder(): string {
    return this.#plan.outFolder;
  }

  /**
   * Reads the router as it is on disk, and makes all files; writes none.
   *
   * @param changedFiles every file that changed since the last time, absolute and without links, none of them new or
   *   removed; left out, everything is read again.
   * @throws RouterImportError, or an error of the compiler's reading, where the router cannot be read.
   */
  async generate(changedFiles?: readonly string[]): Promise<Generation> {
    this.#warnings = [];
    const base = loadCompatibilityBase(this.#plan.outFolder);
    const { schema, compiler } = await this.#read(changedFiles);
    const contract = await this.#step('merge', () => mergeReadings(schema, compiler));
    const problems = this.#plan.settings.allowUnknown === true ? [] : findProblems(contract);
    const { contract: before, compatibility: previous, warnings } = await base;
    const files = await this.#step('emit', () =>
      emitPackage(contract, nextCompatibility(previous, before, contract), this.#plan),
    );
    return { contract, problems, warnings: [...this.#warnings, ...warnings], files };
  }

  /** The folders in which a change may concern the router, known after the first reading; none lies within another. */
  sourceFolders(): readonly string[] {
    return sourceFoldersOf([this.#plan.routerPath, ...this.#plan.tsconfigPaths, ...this.#types.files()]);
  }

  close(): void {
    this.#router.close();
    this.#types.close();
  }

  async #read(
    changedFiles: readonly string[] | undefined,
  ): Promise<{ readonly schema: SchemaReading | undefined; readonly compiler: CompilerReading | undefined }> {
    const { read = 'both' } = this.#plan.settings;
    // Another configuration may change everything.
    const sources = changedFiles?.every((file) => SOURCE.test(file)) === true ? changedFiles : undefined;
    // The import runs in a process of its own, which has begun before the compiler keeps this one busy.
    const importing =
      read === 'types' ? undefined : this.#step('schemas', () => this.#router.read(sources !== undefined));
    const [schema, compiler] = await Promise.allSettled([
      importing,
      read === 'schemas' ? undefined : this.#step('types', () => this.#types.read(sources)),
    ]);
    // An application that does not even load has a better explanation of itself than of its types.
    if (schema.status === 'rejected') throw schema.reason;
    if (compiler.status === 'rejected') throw compiler.reason;
    return { schema: schema.value, compiler: compiler.value };
  }

  async #step<TResult>(name: GenerateStep['name'], work: () => TResult | Promise<TResult>): Promise<TResult> {
    const startedAt = systemClock.now();
    const result = await work();
    this.#onStep({ name, durationMs: systemClock.now() - startedAt });
    return result;
  }
}
