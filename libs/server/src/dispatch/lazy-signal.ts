import { type DescribesCall, nameSignal } from '../observation/call-info.js';

/**
 * A signal that is made when somebody looks at it: most procedures never do, and an `AbortController` costs more than
 * the rest of a small call.
 */
export class LazySignal {
  readonly #owner: DescribesCall | undefined;
  #controller: AbortController | undefined;
  #abortion: { readonly reason: unknown } | undefined;

  /** @param owner what `callInfo` tells to who has the signal. */
  constructor(owner?: DescribesCall) {
    this.#owner = owner;
  }

  get isAborted(): boolean {
    return this.#abortion !== undefined;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#owner) nameSignal(this.#controller.signal, this.#owner);
      if (this.#abortion) this.#controller.abort(this.#abortion.reason);
    }
    return this.#controller.signal;
  }

  /** Whether what was thrown is the reason of the abortion, also where tRPC has wrapped it. */
  isReasonOf(thrown: unknown): boolean {
    if (this.#abortion === undefined) return false;
    return thrown === this.#abortion.reason || (thrown instanceof Error && this.isReasonOf(thrown.cause));
  }

  /** Aborts once; the reason of the first time stands. Without one it is an `AbortError`, as the platform's. */
  abort(reason?: unknown): void {
    if (this.#abortion !== undefined) return;
    this.#abortion = { reason: reason ?? new DOMException('This operation was aborted', 'AbortError') };
    this.#controller?.abort(this.#abortion.reason);
  }
}

/** Whether something was thrown because its signal aborted, also where tRPC has wrapped it. */
export function isAbortError(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return thrown.name === 'AbortError' || isAbortError(thrown.cause);
}
