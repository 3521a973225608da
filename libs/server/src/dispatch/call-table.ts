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

/** The queries and mutations that run for one connection. Its maps are made when they are needed, because most connections are idle. */
export class CallTable {
  #byId: Map<CallId, Running> | undefined;
  /** Those whose id a stock client has used again meanwhile. */
  #displaced: Set<Running> | undefined;

  get count(): number {
    return (this.#byId?.size ?? 0) + (this.#displaced?.size ?? 0);
  }

  /** Whether a caller still waits for the answer under this id. */
  has(id: CallId): boolean {
    return this.#byId?.get(id)?.isAnswered === false;
  }

  find(id: CallId): Running | undefined {
    return this.#byId?.get(id);
  }

  add(call: Running): void {
    this.#byId ??= new Map();
    const displaced = this.#byId.get(call.id);
    if (displaced !== undefined) {
      this.#displaced ??= new Set();
      this.#displaced.add(displaced);
    }
    this.#byId.set(call.id, call);
  }

  delete(call: Running): void {
    if (this.#byId?.get(call.id) === call) this.#byId.delete(call.id);
    else this.#displaced?.delete(call);
  }

  abandonAll(): void {
    for (const call of this.#displaced ?? []) call.abandon();
    for (const call of this.#byId?.values() ?? []) call.abandon();
  }
}
