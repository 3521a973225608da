import type { ConnectionState } from './connection/connection-state.js';

/** Those who want to know each state of a connection. One that throws is reported and changes nothing. */
export class StateListeners {
  readonly #report: (thrown: unknown) => void;
  readonly #listeners = new Set<(state: ConnectionState) => void>();

  constructor(report: (thrown: unknown) => void) {
    this.#report = report;
  }

  /** Returns what ends it. */
  add(listener: (state: ConnectionState) => void): () => void {
    // Wrapped, so that the same function may listen twice.
    const own = (state: ConnectionState): void => listener(state);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(state: ConnectionState): void {
    for (const listener of Array.from(this.#listeners)) {
      try {
        listener(state);
      } catch (thrown) {
        this.#report(thrown);
      }
    }
  }
}
