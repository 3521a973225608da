import type { ConnectionPhase } from './connection-machine.js';

/** What the connection is doing, as its user sees it. Times are milliseconds since the epoch. */
export type ConnectionState =
  /** Nothing needs a connection; the next call makes one. */
  | { readonly name: 'idle' }
  /** An attempt is under way; `attempt` counts from 1 since the last stable connection. */
  | { readonly name: 'connecting'; readonly attempt: number }
  /**
   * Also while a connection that is being left serves until the next one stands. `refusal` is the server's no to the last
   * new credentials; it goes on with the old ones until they end.
   */
  | { readonly name: 'connected'; readonly since: number; readonly refusal?: Error | undefined }
  /** The last attempt or connection failed because of `cause`; the next attempt begins at `retryAt`. */
  | { readonly name: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly cause: Error }
  /** The end: `close()` was called, or `cause` says why this client does not come back. */
  | { readonly name: 'closed'; readonly cause?: Error };

/** The state that a phase of the machine shows to the outside. */
export function stateOf(phase: ConnectionPhase): ConnectionState {
  if ('coveredSince' in phase && phase.coveredSince !== undefined)
    return { name: 'connected', since: phase.coveredSince };
  switch (phase.name) {
    case 'resolving':
    case 'opening':
    case 'greeting':
      return { name: 'connecting', attempt: phase.attempt };
    case 'ready':
      return phase.refusal === undefined
        ? { name: 'connected', since: phase.since }
        : { name: 'connected', since: phase.since, refusal: phase.refusal };
    case 'closing':
      return { name: 'closed' };
    case 'waiting':
      return { name: 'waiting', attempt: phase.attempt, retryAt: phase.retryAt, cause: phase.cause };
    case 'idle':
    case 'closed':
      return phase;
  }
}

/** Whether two phases show the same state, so that a step from one to the other is no news. */
export function looksAlike(one: ConnectionPhase, other: ConnectionPhase): boolean {
  const [before, after] = [stateOf(one), stateOf(other)];
  if (before.name === 'connecting' && after.name === 'connecting') return before.attempt === after.attempt;
  if (before.name === 'connected' && after.name === 'connected') return before.refusal === after.refusal;
  return before.name === after.name;
}
