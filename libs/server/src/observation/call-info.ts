import type { CallId, ProcedureKind } from '@trunkline/protocol';
import type { ConnectionInfo } from './notices.js';

/** What a procedure or middleware may know of the call for which it runs. */
export interface CallInfo {
  readonly connection: ConnectionInfo;
  /** As the client chose it. */
  readonly id: CallId;
  readonly path: string;
  readonly kind: ProcedureKind;
  /** The caller's place in a trace (W3C Trace Context), checked for its form; undefined where it sent none. */
  readonly traceparent: string | undefined;
  /**
   * A name for this mutation, the same however often its client sends it, and nobody else's: 43 characters to write into
   * one's own transaction. Absent where the client gave it none, or the procedure's policy has them off.
   */
  readonly key?: string;
}

/** Whoever can say what runs with a signal. */
export interface DescribesCall {
  describe(): CallInfo;
}

const callsBySignal = new WeakMap<AbortSignal, DescribesCall>();

/**
 * Tells a resolver or middleware of which call it is a part.
 *
 * @param signal the `signal` of its options, as tRPC hands it over. Another one, also one made from it, is not known.
 * @returns undefined where the procedure is not run by a Trunkline server, such as by a caller or over HTTP.
 */
export function callInfo(signal: AbortSignal | undefined): CallInfo | undefined {
  return signal === undefined ? undefined : callsBySignal.get(signal)?.describe();
}

/** Remembers for whom a signal was made, for as long as there is the signal. */
export function nameSignal(signal: AbortSignal, call: DescribesCall): void {
  callsBySignal.set(signal, call);
}
