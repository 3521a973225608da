import type { Cancel } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';

/** A connection as the heartbeat sees it. */
export interface Beating {
  /** Whether anything was heard since the last ping. */
  readonly hasBeenHeard: boolean;
  ping(): void;
  terminate(): void;
}

/**
 * Finds peers that are gone without a word: pings all at one pace (RFC 6455, section 5.5.2, which browsers answer by
 * themselves) and cuts those that were not heard since the last ping. One timer serves all connections.
 */
export class Heartbeat {
  readonly #clock: ServerClock;
  readonly #intervalMs: number;
  readonly #connections: Iterable<Beating>;
  #cancel: Cancel | undefined;

  /** @param intervalMs a silent peer is cut after one to two of these; 0 switches the heartbeat off. */
  constructor(clock: ServerClock, intervalMs: number, connections: Iterable<Beating>) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#connections = connections;
  }

  start(): void {
    if (this.#intervalMs > 0) this.#cancel = this.#clock.schedule(this.#intervalMs, () => this.#beat());
  }

  stop(): void {
    this.#cancel?.();
  }

  #beat(): void {
    for (const connection of this.#connections) {
      if (connection.hasBeenHeard) connection.ping();
      else connection.terminate();
    }
    this.start();
  }
}
