import type { EvaluatedFile } from '../reader/schema/import/evaluated-files.js';
import { type ImportRouterOptions, startRouterChild } from '../reader/schema/import/import-router.js';
import type { RouterChild } from '../reader/schema/import/router-child.js';

/** A process that has evaluated files ahead of time, or is about to. */
interface PreparedChild {
  readonly child: RouterChild;
  /** The application's own files that it has evaluated; undefined as long as it has not. */
  files?: ReadonlySet<string>;
}

/**
 * The processes that wait for the next import: one that has evaluated what probably stays as it is, and one that has
 * evaluated nothing, for when that was wrong.
 */
export class SpareChildren {
  readonly #options: ImportRouterOptions;
  #prepared: PreparedChild | undefined;
  #plain: RouterChild | undefined;

  constructor(options: ImportRouterOptions) {
    this.#options = options;
  }

  /**
   * The best process there is, or a new one.
   *
   * @param changedFiles all that changed since the last time; left out where anything may have.
   */
  take(changedFiles: readonly string[] | undefined): RouterChild {
    if (changedFiles === undefined) this.close();
    const { child, files } = this.#prepared ?? {};
    this.#prepared = undefined;
    if (child !== undefined && files !== undefined && changedFiles?.some((file) => files.has(file)) === false)
      return child;
    child?.end();
    const plain = this.#plain ?? startRouterChild(this.#options);
    this.#plain = undefined;
    return plain;
  }

  /** Makes processes ready, one of which evaluates these files, in this order. Settles when it has. */
  async prepare(files: readonly EvaluatedFile[]): Promise<void> {
    this.#plain ??= startRouterChild(this.#options);
    this.#prepared?.child.end();
    this.#prepared = undefined;
    if (files.length === 0) return;
    const prepared: PreparedChild = { child: startRouterChild(this.#options) };
    this.#prepared = prepared;
    const evaluated = await prepared.child.prepare(files);
    if (evaluated === undefined) prepared.child.end();
    else prepared.files = evaluated;
  }

  close(): void {
    this.#prepared?.child.end();
    this.#plain?.end();
    this.#prepared = undefined;
    this.#plain = undefined;
  }
}
