import type { FaultProxy } from '@trunkline/testing';
import type { Issuer } from './credentials.js';

/** A mutation that a client is to call. */
export interface Addition {
  readonly key: string;
  readonly isRefused: boolean;
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Characters of its answer. */
  readonly size: number;
}

/** Where a client stands. */
export interface ClientPlace {
  readonly name: string;
  /** The network between it and the server. */
  readonly proxy: FaultProxy;
  /** Where it has its credentials from. */
  readonly issuer: Issuer;
}

/** One client of a run, whatever it is made of. What it sees goes into the record. */
export interface ChaosClient extends ClientPlace {
  /** How many calls have no outcome yet. */
  readonly pendingCount: number;
  /**
   * Calls a mutation, where the promises of this client cover mutations.
   *
   * @param isSure whether the procedure finds out by itself what became of it.
   */
  add(addition: Addition, isSure: boolean): void;
  /** Asks for a text so long, in characters, where its promises cover queries. */
  askForText(size: number): void;
  /** Reads more slowly: so long between one event and the next, in milliseconds. */
  slowDown(delayMs: number): void;
  /** Changes the pace of what it reads at a pace, in events a second; undefined for the pace with which it began. */
  tune(maxRate: number | null | undefined): void;
  /** Whether it has seen the last event of all its streams. */
  hasCaughtUp(): boolean;
  close(): Promise<void>;
}
