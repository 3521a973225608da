import { setFlagsFromString } from 'node:v8';
import { nextCompatibility } from '../breaking/compatibility.js';
import { systemClock } from '../clock.js';
import type { Contract } from '../contract/contract.js';
import { keepUnchanged } from '../contract/keep-unchanged.js';
import { shareDigests } from '../contract/shape.js';
import { PrintMemory } from '../emit/print-memory.js';
import { findProblems } from '../reader/merge/find-problems.js';
import { mergeReadings } from '../reader/merge/merge-readings.js';
import type { CompilerReading, SchemaReading } from '../reader/reading.js';
import { CompatibilityBaseSource } from './compatibility-base.js';
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

const PREPARE_AFTER_MS = 100;

const SOURCE = /\.[cm]?[jt]sx?$/u;

/** Makes the files of a client package from a router, again and again while it is kept: what it has read it need not read twice. */
export class Generator {
  readonly #plan: GeneratePlan;
  readonly #onStep: (step: GenerateStep) => void;
  #isAskedAgain: boolean;
  readonly #router: RouterSource;
  readonly #types: TypeSource;
  /** What has changed since the first time, and so is likely to change again. */
  readonly #changing = new Set<string>();
  readonly #base: CompatibilityBaseSource;
  readonly #memory = new PrintMemory();
  #contract: Contract | undefined;
  #warnings: string[] = [];
  #cancelPreparing: () => void = () => undefined;

  /**
   * Whoever makes a generator closes it.
   *
   * @throws TypeError where the settings name what is not there.
   */
  constructor(settings: GenerateSettings, { cwd, isWatching = false, onStep = () => undefined }: GeneratorOptions) {
    this.#plan = planGeneration(settings, cwd);
    this.#onStep = onStep;
    this.#base = new CompatibilityBaseSource(this.#plan.outFolder);
    this.#isAskedAgain = isWatching;
    // Between two changes there is time enough for V8 to give up all code that it has compiled.
    if (isWatching) setFlagsFromString('--no-flush-bytecode');
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
    this.#cancelPreparing();
    try {
      return await this.#generate(changedFiles);
    } finally {
      if (this.#isAskedAgain) this.#prepareSoon(changedFiles);
    }
  }

  /** The folders in which a change may concern the router, known after the first reading; none lies within another. */
  sourceFolders(): readonly string[] {
    return sourceFoldersOf([this.#plan.routerPath, ...this.#plan.tsconfigPaths, ...this.#types.files()]);
  }

  close(): void {
    this.#isAskedAgain = false;
    this.#cancelPreparing();
    this.#router.close();
    this.#types.close();
  }

  async #generate(changedFiles: readonly string[] | undefined): Promise<Generation> {
    const base = this.#base.load();
    const { schema, compiler } = await this.#read(changedFiles);
    const contract = await this.#step('merge', () => this.#merge(schema, compiler));
    const problems = this.#plan.settings.allowUnknown === true ? [] : findProblems(contract);
    const { contract: before, compatibility: previous, warnings } = await base;
    const files = await this.#step('emit', () =>
      emitPackage(contract, nextCompatibility(previous, before, contract), this.#plan, this.#memory),
    );
    this.#base.expect(files.find(({ path }) => path === 'contract.json')?.text ?? '', contract);
    return { contract, problems, warnings: [...this.#warnings, ...warnings], files };
  }

  // Not at once, because whoever asked has the files to write first.
  #prepareSoon(changedFiles: readonly string[] = []): void {
    for (const file of changedFiles) this.#changing.add(file);
    this.#cancelPreparing = systemClock.schedule(PREPARE_AFTER_MS, () => {
      // Without it the next time only takes longer.
      this.#router.prepare(this.#types.modulesApartFrom(this.#changing)).catch(() => undefined);
    });
  }

  async #read(
    changedFiles: readonly string[] | undefined,
  ): Promise<{ readonly schema: SchemaReading | undefined; readonly compiler: CompilerReading | undefined }> {
    const { read = 'both' } = this.#plan.settings;
    // Another configuration may change everything.
    const sources = changedFiles?.every((file) => SOURCE.test(file)) === true ? changedFiles : undefined;
    // The import runs in a process of its own, which has begun before the compiler keeps this one busy.
    const importing = read === 'types' ? undefined : this.#step('schemas', () => this.#router.read(sources));
    const [schema, compiler] = await Promise.allSettled([
      importing,
      read === 'schemas' ? undefined : this.#step('types', () => this.#types.read(sources)),
    ]);
    // An application that does not even load has a better explanation of itself than of its types.
    if (schema.status === 'rejected') throw schema.reason;
    if (compiler.status === 'rejected') throw compiler.reason;
    return { schema: schema.value, compiler: compiler.value };
  }

  #merge(schema: SchemaReading | undefined, compiler: CompilerReading | undefined): Contract {
    const merged = mergeReadings(schema, compiler);
    const before = this.#contract;
    const contract = before === undefined ? merged : keepUnchanged(before, merged);
    if (before !== undefined) shareDigests(before, contract);
    this.#contract = contract;
    return contract;
  }

  async #step<TResult>(name: GenerateStep['name'], work: () => TResult | Promise<TResult>): Promise<TResult> {
    const startedAt = systemClock.now();
    const result = await work();
    this.#onStep({ name, durationMs: systemClock.now() - startedAt });
    return result;
  }
}
