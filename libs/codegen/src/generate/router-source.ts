import type { SchemaReading } from '../reader/reading.js';
import type { EvaluatedFile } from '../reader/schema/import/evaluated-files.js';
import { type ImportRouterOptions, importRouter } from '../reader/schema/import/import-router.js';
import { ReportParser } from '../reader/schema/import/report-parser.js';
import type { GeneratePlan } from './plan.js';
import { SpareChildren } from './spare-children.js';

/** Reads a router's schemas again and again, each time in a process of its own, which may have been prepared meanwhile. */
export class RouterSource {
  readonly #options: ImportRouterOptions;
  readonly #spares: SpareChildren;
  readonly #isAskedAgain: boolean;
  readonly #parser = new ReportParser();
  #evaluated: ReadonlyMap<string, EvaluatedFile> = new Map();

  /** @param isAskedAgain whether it is to find out what can be prepared. */
  constructor({ routerPath, exportName, tsconfigPaths, settings }: GeneratePlan, isAskedAgain: boolean) {
    const { importTimeoutMs, nodeArguments } = settings;
    this.#options = { routerPath, exportName, tsconfigPath: tsconfigPaths[0], importTimeoutMs, nodeArguments };
    this.#isAskedAgain = isAskedAgain;
    this.#spares = new SpareChildren(this.#options);
  }

  /** @param changedFiles all that changed since the last time; left out where that is not known, or where settings are among it. */
  async read(changedFiles?: readonly string[]): Promise<SchemaReading> {
    const child = this.#spares.take(changedFiles);
    const help = { child, parser: this.#parser, tellsFiles: this.#isAskedAgain };
    const { reading, files } = await importRouter(this.#options, help);
    // A module that is new since then is evaluated ahead of time once all of them were told again.
    if (files !== undefined) this.#evaluated = new Map(files.map((file) => [file.path, file]));
    return reading;
  }

  /**
   * Has a process ready for the next time, and has it evaluate what is not going to change. Settles when it has.
   *
   * @param files the application's own modules of which that is thought, each behind those that it imports.
   */
  async prepare(files: readonly string[]): Promise<void> {
    // What is imported for its types alone is not evaluated for the router.
    await this.#spares.prepare(files.flatMap((file) => this.#evaluated.get(file) ?? []));
  }

  close(): void {
    this.#spares.close();
  }
}
