import type { FaultProxy } from '@trunkline/testing';

/** A mutation that a client is to call. */
export interface Addition {
  readonly key: string;
  readonly isRefused: boolean;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** One client of a run, whatever it is made of. What it sees goes into the record. */
export interface ChaosClient {
  readonly name: string;
  /** The network between it and the server. */
  readonly proxy: FaultProxy;
  /** How many mutations have no outcome yet. */
  readonly pendingCount: number;
  /** Calls a mutation, where the promises of this client cover mutations. */
  add(addition: Addition): void;
  /** Reads more slowly: so long between one event and the next, in milliseconds. */
  slowDown(delayMs: number): void;
  /** Whether it has seen the last event of all its streams. */
  hasCaughtUp(): boolean;
  close(): Promise<void>;
}
