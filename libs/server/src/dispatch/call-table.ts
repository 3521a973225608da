import type { CallId } from '@trunkline/protocol';
import type { RunningCall } from './running-call.js';

/** The queries and mutations that run for one connection. */
export class CallTable {
  readonly #running = new Set<RunningCall>();
  readonly #byId = new Map<CallId, RunningCall>();

  get count(): number {
    return this.#running.size;
  }

  has(id: CallId): boolean {
    return this.#byId.has(id);
  }

  find(id: CallId): RunningCall | undefined {
    return this.#byId.get(id);
  }

  add(call: RunningCall): void {
    this.#running.add(call);
    this.#byId.set(call.id, call);
  }

  /** A stock client may use the id of a running call again, so the id is only freed if it still is this call's. */
  delete(call: RunningCall): void {
    this.#running.delete(call);
    if (this.#byId.get(call.id) === call) this.#byId.delete(call.id);
  }

  abandonAll(): void {
    for (const call of this.#running) call.abandon();
  }
}
