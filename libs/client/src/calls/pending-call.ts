import type { Cancel } from '@trunkline/protocol';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** Where a call is out: one conversation on one connection. */
export interface CallServer {
  /** Whether the server runs a mutation once, however often it is sent. */
  readonly repeatsMutations?: boolean;
  /** It has not welcomed this client: what was sent there in advance still waits for a connection. */
  readonly isGreeting?: boolean;
  /** The caller has gone; a server that can be told is told. */
  cancel(call: PendingCall): void;
}

/** A query or mutation that has no answer yet. */
export interface PendingCall {
  /** Its id on the wire, the same on every connection. */
  readonly id: number;
  readonly kind: 'query' | 'mutation';
  readonly path: string;
  /** JSON text of the input; undefined to leave it out. */
  readonly input: string | undefined;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: TrunklineError) => void;
  /** When its deadline passes, in milliseconds since the epoch; 0 for no deadline. */
  readonly dueAt: number;
  /** The application's own name for all sendings of a mutation; undefined to let the dialect name it. */
  readonly key: string | undefined;
  /** Where it stands in a trace (W3C Trace Context). */
  readonly traceparent: string | undefined;
  /** Since when it waits for a connection. */
  queuedAt: number;
  /** Where it is out; undefined while it waits for a connection. */
  server: CallServer | undefined;
  /** Whether it was ever sent, so that it may have run. */
  hasBeenSent: boolean;
  /** Whether an earlier sending had no answer, on a connection that is gone. */
  mayHaveRun: boolean;
  /** The life of the server's memory for mutations that was known at its first sending; null for none. */
  sentEpoch: string | null;
  /** Whether new credentials were brought for its sake, which happens once. */
  hasRefreshed: boolean;
  /** Takes back the timer of the deadline and the listener of the signal. */
  release: Cancel | undefined;
}
