import type { CallId } from '@trunkline/protocol';

/** A query or mutation that is running, as the table knows it. */
export interface Running {
  readonly id: CallId;
  /** Whether its caller has its answer, which a procedure may outlive. */
  readonly isAnswered: boolean;
  /** The caller no longer waits. */
  cancel(): void;
  /** The connection is gone. */
  abandon(): void;
}

/** The queries and mutations that run for one connection. */
export class CallTable {
  readonly #running = new Set<Running>();
  readonly #byId = new Map<CallId, Running>();

  get count(): number {
    return this.#running.size;
  }

  /** Whether a caller still waits for the answer under this id. */
  has(id: CallId): boolean {
    return this.#byId.get(id)?.isAnswered === false;
  }

  find(id: CallId): Running | undefined {
    return this.#byId.get(id);
  }

  add(call: Running): void {
    this.#running.add(call);
    this.#byId.set(call.id, call);
  }

  /** A stock client may use the id of a running call again, so the id is only freed if it still is this call's. */
  delete(call: Running): void {
    this.#running.delete(call);
    if (this.#byId.get(call.id) === call) this.#byId.delete(call.id);
  }

  abandonAll(): void {
    for (const call of this.#running) call.abandon();
  }
}
