import type { ModuleText, TypeEngine } from '../type-engine.js';

/** The application's modules and what they import, as they were when they were last looked at. */
export class ModuleGraph {
  readonly #engine: TypeEngine;
  readonly #modules = new Map<string, ModuleText>();

  constructor(engine: TypeEngine) {
    this.#engine = engine;
    for (const file of engine.files()) {
      this.#modules.set(file, engine.module(file));
    }
  }

  get(file: string): ModuleText | undefined {
    return this.#modules.get(file);
  }

  /** Looks at these files again. */
  refresh(files: Iterable<string>): void {
    for (const file of files) {
      this.#modules.set(file, this.#engine.module(file));
    }
  }

  /** These files, and all that import them, directly or not. */
  withImporters(files: readonly string[]): ReadonlySet<string> {
    const importers = new Map<string, string[]>();
    for (const [file, { imports }] of this.#modules) {
      for (const imported of imports) {
        importers.set(imported.file, [...(importers.get(imported.file) ?? []), file]);
      }
    }
    const reached = new Set(files);
    for (const file of reached) {
      for (const importer of importers.get(file) ?? []) {
        reached.add(importer);
      }
    }
    return reached;
  }
}
