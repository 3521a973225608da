import { type BackOff, type CloseAction, decideBackOffMs, unreachable } from '@trunkline/protocol';

/** A connection is being made. */
interface Attempting {
  /** Counts from 1 since the last connection that was stable. */
  readonly attempt: number;
  /** Since when the connection stands that serves until this one does; undefined when there is none. */
  readonly coveredSince?: number | undefined;
}

/** Where a connection is. */
export type ConnectionPhase =
  | { readonly name: 'idle' }
  /** Asking for the address and the connection params. */
  | ({ readonly name: 'resolving' } & Attempting)
  | ({ readonly name: 'opening' } & Attempting)
  /** The socket is open and the hello is out. */
  | ({ readonly name: 'greeting' } & Attempting)
  | ({ readonly name: 'waiting'; readonly retryAt: number; readonly cause: Error } & Attempting)
  | { readonly name: 'ready'; readonly attempt: number; readonly since: number; readonly refusal?: Error | undefined }
  /** The closing handshake is under way. */
  | { readonly name: 'closing' }
  | { readonly name: 'closed'; readonly cause?: Error };

/** What happens to a connection. */
export type ConnectionEvent =
  /** Something wants a connection. */
  | 'needed'
  /** The address and the connection params are known. */
  | 'resolved'
  | 'opened'
  | 'welcomed'
  | 'timerFired'
  /** The network came back or the page became visible: waiting any longer makes no sense. */
  | 'woken'
  /** Nothing has needed the connection for as long as the user allows. */
  | 'unneeded'
  | 'closeRequested'
  /** The connection that served until the next one stands is gone. */
  | 'uncovered'
  | Supersession
  | CredentialsAnswered
  | ConnectionFailure;

/** Another connection is wanted in place of the one that stands, which serves until then. */
export interface Supersession {
  readonly supersededBecause: Error;
}

/** The server answered to new credentials: with its no, or with nothing to say. */
export interface CredentialsAnswered {
  readonly refusal: Error | undefined;
}

/** The attempt or the connection is over, whoever ended it. */
export interface ConnectionFailure {
  readonly action: CloseAction;
  readonly cause: Error;
}

export type ConnectionEffect =
  | 'resolve'
  | 'open'
  | 'greet'
  /** Calls may leave. */
  | 'release'
  /** Drop the socket, if there is one, without waiting for it. */
  | 'abandon'
  /** Begin the closing handshake and wait for its end. */
  | 'close'
  /** Begin the closing handshake and do not look back. */
  | 'leave'
  /** Keep the connection for what is under way on it, beside the next one. */
  | 'retire';

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
  /** What becomes of the one timer that there is: set to this delay in milliseconds, stopped, or left as it is. */
  readonly timer: number | 'stop' | 'keep';
  readonly effects: readonly ConnectionEffect[];
}

/** A connection that held this long has shown that the server can be reached: the next pause is a first one again. */
export const STABLE_AFTER_MS = 5000;

/** How long `close()` waits for the peer's part of the closing handshake. */
export const CLOSE_TIMEOUT_MS = 1000;

/** The bound of the pause before a return that the server asked for. */
const RETURN_AT_ONCE: BackOff = { firstDelayMs: 100, maxDelayMs: 100 };

/**
 * Whether a failure is the end. While the connection that is being left still serves it is not: others behind the same
 * address may be of another mind.
 */
export function isFinal(phase: ConnectionPhase, action: CloseAction): boolean {
  return action === 'stay-away' && !('coveredSince' in phase && phase.coveredSince !== undefined);
}

/** The one place that decides what a connection does next. An event that means nothing in a phase changes nothing. */
export function transition(
  phase: ConnectionPhase,
  event: ConnectionEvent,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  const { name } = phase;
  if (name === 'closed') return step(phase, 'keep');
  if (typeof event === 'object') return afterNews(phase, event, circumstances);
  switch (event) {
    case 'needed':
      return name === 'idle' ? step(...attempting({ attempt: 1 }, circumstances)) : step(phase, 'keep');
    case 'resolved':
      return name === 'resolving' ? step({ ...phase, name: 'opening' }, 'keep', 'open') : step(phase, 'keep');
    case 'opened':
      return name === 'opening' ? step({ ...phase, name: 'greeting' }, 'keep', 'greet') : step(phase, 'keep');
    case 'welcomed':
      return name === 'greeting'
        ? step({ name: 'ready', attempt: phase.attempt, since: circumstances.now }, STABLE_AFTER_MS, 'release')
        : step(phase, 'keep');
    case 'timerFired':
      return afterTimer(phase, circumstances);
    case 'woken':
      return name === 'waiting' ? step(...attempting(phase, circumstances)) : step(phase, 'keep');
    case 'uncovered':
      return 'coveredSince' in phase ? step({ ...phase, coveredSince: undefined }, 'keep') : step(phase, 'keep');
    case 'unneeded':
      return name === 'ready' ? step({ name: 'idle' }, 'stop', 'leave') : step(phase, 'keep');
    case 'closeRequested':
      if (name === 'closing') return step(phase, 'keep');
      return name === 'greeting' || name === 'ready'
        ? step({ name: 'closing' }, CLOSE_TIMEOUT_MS, 'close')
        : step({ name: 'closed' }, 'stop', 'abandon');
    default:
      return unreachable(event);
  }
}

function step(
  phase: ConnectionPhase,
  timer: ConnectionStep['timer'],
  ...effects: readonly ConnectionEffect[]
): ConnectionStep {
  return { phase, timer, effects };
}

function attempting(
  { attempt, coveredSince }: Attempting,
  { connectTimeoutMs }: ConnectionCircumstances,
): [ConnectionPhase, number, 'resolve'] {
  return [{ name: 'resolving', attempt, coveredSince }, connectTimeoutMs, 'resolve'];
}

function afterNews(
  phase: ConnectionPhase,
  event: Supersession | CredentialsAnswered | ConnectionFailure,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  if ('action' in event) return afterFailure(phase, event, circumstances);
  if (phase.name !== 'ready') return step(phase, 'keep');
  if ('refusal' in event) return step({ ...phase, refusal: event.refusal }, 'keep');
  return supersede(phase, event.supersededBecause, circumstances);
}

function supersede(
  { attempt, since }: { readonly attempt: number; readonly since: number },
  cause: Error,
  circumstances: ConnectionCircumstances,
): ConnectionStep {
  if (!circumstances.isWanted) return step({ name: 'idle' }, 'stop', 'leave');
  const covered = { attempt: attempt + 1, coveredSince: since };
  if (attempt === 0) {
    const [phase, timer] = attempting(covered, circumstances);
    return step(phase, timer, 'retire', 'resolve');
  }
  // A server that sends away whoever has just come is not asked again in the same breath.
  const bounds = attempt === 1 ? RETURN_AT_ONCE : circumstances.backOff;
  const delayMs = decideBackOffMs(bounds, attempt, circumstances.random);
  return step({ name: 'waiting', ...covered, retryAt: circumstances.now + delayMs, cause }, delayMs, 'retire');
}

function afterFailure(
  phase: ConnectionPhase,
  { action, cause }: ConnectionFailure,
  { now, random, isWanted, backOff }: ConnectionCircumstances,
): ConnectionStep {
  if (phase.name === 'closing') return step({ name: 'closed' }, 'stop', 'abandon');
  // Without an attempt or a connection there is nothing that could fail.
  if (!('attempt' in phase) || phase.name === 'waiting') return step(phase, 'keep');
  if (isFinal(phase, action)) return step({ name: 'closed', cause }, 'stop', 'abandon');
  if (!isWanted) return step({ name: 'idle' }, 'stop', 'abandon');
  // A connection that was never stable counts as one more attempt; a stable one has set the count to nothing.
  const attempt = phase.attempt + 1;
  // Whoever asks a client that it never welcomed, or has just sent away, to come back at once, may do so for ever.
  const mayReturn = action === 'return-at-once' && phase.name === 'ready' && phase.attempt <= 1;
  const delayMs = decideBackOffMs(mayReturn ? RETURN_AT_ONCE : backOff, Math.max(1, phase.attempt), random);
  const coveredSince = phase.name === 'ready' ? undefined : phase.coveredSince;
  return step({ name: 'waiting', attempt, coveredSince, retryAt: now + delayMs, cause }, delayMs, 'abandon');
}

function afterTimer(phase: ConnectionPhase, circumstances: ConnectionCircumstances): ConnectionStep {
  switch (phase.name) {
    case 'waiting':
      return circumstances.isWanted ? step(...attempting(phase, circumstances)) : step({ name: 'idle' }, 'stop');
    case 'ready':
      return step({ ...phase, attempt: 0 }, 'keep');
    case 'closing':
      return step({ name: 'closed' }, 'keep', 'abandon');
    // A connect that takes too long is a failure, and the shell says so with its cause.
    default:
      return step(phase, 'keep');
  }
}
