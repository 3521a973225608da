import { withReferring } from '../../../contract/with-referring.js';
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
  withImporters(files: Iterable<string>): ReadonlySet<string> {
    const imports = [...this.#modules].map(
      ([file, module]) => [file, module.imports.map(({ file: to }) => to)] as const,
    );
    return withReferring(files, imports);
  }

  /** A module and all that it imports, each behind its own imports: the order in which a program evaluates them. */
  inEvaluationOrder(root: string): readonly string[] {
    const met = new Set<string>();
    const order: string[] = [];
    const visit = (file: string): void => {
      if (met.has(file)) return;
      met.add(file);
      for (const imported of this.#modules.get(file)?.imports ?? []) visit(imported.file);
      order.push(file);
    };
    visit(root);
    return order;
  }
}
