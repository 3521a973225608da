import type { SchemaReading } from '../reader/reading.js';
import { type ImportRouterOptions, importRouter, startRouterChild } from '../reader/schema/import/import-router.js';
import type { RouterChild } from '../reader/schema/import/router-child.js';
import type { GeneratePlan } from './plan.js';

/** Reads a router's schemas, and where it will be asked again has the next process ready before it is needed. */
export class RouterSource {
  readonly #options: ImportRouterOptions;
  readonly #isAskedAgain: boolean;
  #spare: RouterChild | undefined;

  constructor({ routerPath, exportName, tsconfigPaths, settings }: GeneratePlan, isAskedAgain: boolean) {
    const { importTimeoutMs, nodeArguments } = settings;
    this.#options = { routerPath, exportName, tsconfigPath: tsconfigPaths[0], importTimeoutMs, nodeArguments };
    this.#isAskedAgain = isAskedAgain;
  }

  /** @param isSetUpAsBefore whether a process that was started before still has the settings of now. */
  async read(isSetUpAsBefore: boolean): Promise<SchemaReading> {
    if (!isSetUpAsBefore) this.close();
    const child = this.#spare ?? startRouterChild(this.#options);
    this.#spare = undefined;
    try {
      return await importRouter(this.#options, child);
    } finally {
      if (this.#isAskedAgain) this.#spare = startRouterChild(this.#options);
    }
  }

  close(): void {
    this.#spare?.end();
    this.#spare = undefined;
  }
}
