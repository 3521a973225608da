import { type BackOff, type CloseAction, decideBackOffMs, unreachable } from '@trunkline/protocol';

/** Where a connection is. `attempt` counts from 1 since the last connection that was stable. */
export type ConnectionPhase =
  | { readonly name: 'idle' }
  /** Asking for the address and the connection params. */
  | { readonly name: 'resolving'; readonly attempt: number }
  | { readonly name: 'opening'; readonly attempt: number }
  /** The socket is open and the hello is out. */
  | { readonly name: 'greeting'; readonly attempt: number }
  | { readonly name: 'ready'; readonly attempt: number; readonly since: number }
  | { readonly name: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly cause: Error }
  /** The closing handshake is under way. */
  | { readonly name: 'closing' }
  | { readonly name: 'closed'; readonly cause: Error | undefined };

export type ConnectionEvent =
  /** Something wants a connection. */
  | { readonly type: 'needed' }
  | { readonly type: 'resolved' }
  | { readonly type: 'opened' }
  | { readonly type: 'welcomed' }
  /** The attempt or the connection is over, whoever ended it. */
  | { readonly type: 'failed'; readonly action: CloseAction; readonly cause: Error }
  | { readonly type: 'timerFired' }
  /** The network came back or the page became visible: waiting any longer makes no sense. */
  | { readonly type: 'woken' }
  /** Nothing has needed the connection for as long as the user allows. */
  | { readonly type: 'unneeded' }
  | { readonly type: 'closeRequested' };

export type ConnectionEffect =
  | { readonly type: 'resolve' }
  | { readonly type: 'open' }
  | { readonly type: 'greet' }
  /** Calls may leave. */
  | { readonly type: 'release' }
  /** Drop the socket, if there is one, without waiting for it. */
  | { readonly type: 'abandon' }
  /** Begin the closing handshake and wait for its end. */
  | { readonly type: 'close' }
  /** Begin the closing handshake and do not look back. */
  | { readonly type: 'leave' }
  /** Replaces the one timer that there is. */
  | { readonly type: 'startTimer'; readonly delayMs: number }
  | { readonly type: 'stopTimer' };

/** What a decision depends on beside phase and event. */
export interface ConnectionCircumstances {
  readonly now: number;
  /** Between 0 (included) and 1 (excluded). */
  readonly random: number;
  /** Whether anything needs a connection. */
  readonly isWanted: boolean;
  readonly backOff: BackOff;
  readonly connectTimeoutMs: number;
}

export interface ConnectionStep {
  readonly phase: ConnectionPhase;
  readonly effects: readonly ConnectionEffect[];
}

/** A connection that held this long has shown that the server can be reached: the next pause is a first one again. */
export const STABLE_AFTER_MS = 5000;

/** How long `close()` waits for the peer's part of the closing handshake. */
export const CLOSE_TIMEOUT_MS = 1000;

/** The bound of the pause before a return that the server asked for. */
const RETURN_AT_ONCE: BackOff = { firstDelayMs: 100, maxDelayMs: 100 };

/** The one place that decides what a connection does next. An event that means nothing in a phase changes nothing. */
export function transition(
  phase: ConnectionPhase,
  event: ConnectionEvent,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  if (phase.name === 'closed') return { phase, effects: [] };
  switch (event.type) {
    case 'needed':
      return phase.name === 'idle' ? attemptAgain(1, circumstances) : { phase, effects: [] };
    case 'resolved':
      if (phase.name !== 'resolving') return { phase, effects: [] };
      return { phase: { name: 'opening', attempt: phase.attempt }, effects: [{ type: 'open' }] };
    case 'opened':
      if (phase.name !== 'opening') return { phase, effects: [] };
      return { phase: { name: 'greeting', attempt: phase.attempt }, effects: [{ type: 'greet' }] };
    case 'welcomed':
      if (phase.name !== 'greeting') return { phase, effects: [] };
      return {
        phase: { name: 'ready', attempt: phase.attempt, since: circumstances.now },
        effects: [{ type: 'startTimer', delayMs: STABLE_AFTER_MS }, { type: 'release' }],
      };
    case 'failed':
      return afterFailure(phase, event.action, event.cause, circumstances);
    case 'timerFired':
      return afterTimer(phase, circumstances);
    case 'woken':
      return phase.name === 'waiting' ? attemptAgain(phase.attempt, circumstances) : { phase, effects: [] };
    case 'unneeded':
      if (phase.name !== 'ready') return { phase, effects: [] };
      return { phase: { name: 'idle' }, effects: [{ type: 'stopTimer' }, { type: 'leave' }] };
    case 'closeRequested':
      return afterCloseRequest(phase);
    default:
      return unreachable(event);
  }
}

function attemptAgain(attempt: number, circumstances: ConnectionCircumstances): ConnectionStep {
  return {
    phase: { name: 'resolving', attempt },
    effects: [{ type: 'startTimer', delayMs: circumstances.connectTimeoutMs }, { type: 'resolve' }],
  };
}

function afterFailure(
  phase: Exclude<ConnectionPhase, { name: 'closed' }>,
  action: CloseAction,
  cause: Error,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  switch (phase.name) {
    case 'idle':
    case 'waiting':
      return { phase, effects: [] };
    case 'closing':
      return { phase: { name: 'closed', cause: undefined }, effects: [{ type: 'stopTimer' }, { type: 'abandon' }] };
    case 'resolving':
    case 'opening':
    case 'greeting':
    case 'ready':
      break;
    default:
      return unreachable(phase);
  }
  if (action === 'stay-away') {
    return { phase: { name: 'closed', cause }, effects: [{ type: 'stopTimer' }, { type: 'abandon' }] };
  }
  if (!circumstances.isWanted) {
    return { phase: { name: 'idle' }, effects: [{ type: 'stopTimer' }, { type: 'abandon' }] };
  }
  // A connection that was never stable counts as one more attempt; a stable one has set the count to nothing.
  const attempt = phase.attempt + 1;
  const backOff = action === 'return-at-once' ? RETURN_AT_ONCE : circumstances.backOff;
  const delayMs = decideBackOffMs(backOff, Math.max(1, attempt - 1), circumstances.random);
  return {
    phase: { name: 'waiting', attempt, retryAt: circumstances.now + delayMs, cause },
    effects: [{ type: 'abandon' }, { type: 'startTimer', delayMs }],
  };
}

function afterTimer(
  phase: Exclude<ConnectionPhase, { name: 'closed' }>,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  switch (phase.name) {
    case 'waiting':
      return circumstances.isWanted
        ? attemptAgain(phase.attempt, circumstances)
        : { phase: { name: 'idle' }, effects: [{ type: 'stopTimer' }] };
    case 'ready':
      return { phase: { ...phase, attempt: 0 }, effects: [] };
    case 'closing':
      return { phase: { name: 'closed', cause: undefined }, effects: [{ type: 'abandon' }] };
    case 'idle':
    // A connect that takes too long is a failure, and the shell says so with its cause.
    case 'resolving':
    case 'opening':
    case 'greeting':
      return { phase, effects: [] };
    default:
      return unreachable(phase);
  }
}

function afterCloseRequest(phase: Exclude<ConnectionPhase, { name: 'closed' }>): ConnectionStep {
  switch (phase.name) {
    case 'greeting':
    case 'ready':
      return {
        phase: { name: 'closing' },
        effects: [{ type: 'startTimer', delayMs: CLOSE_TIMEOUT_MS }, { type: 'close' }],
      };
    case 'idle':
    case 'waiting':
    case 'resolving':
    case 'opening':
      return { phase: { name: 'closed', cause: undefined }, effects: [{ type: 'stopTimer' }, { type: 'abandon' }] };
    case 'closing':
      return { phase, effects: [] };
    default:
      return unreachable(phase);
  }
}
