import type { BackOff, CloseAction } from '@trunkline/protocol';
import type { CallFate } from '../calls/call-fate.js';
import type { Dialect, Session, SessionContext, SessionSettings } from '../dialect/dialect.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { ConnectionState } from './connection-state.js';
import type { TargetSettings } from './connection-target.js';
import type { KeepAlive } from './liveness.js';
import type { OpenSocket } from './socket-port.js';

/** What a connection is made with; see `ClientOptions` for the meaning of each. */
export interface ConnectionSettings extends TargetSettings, SessionSettings {
  readonly dialect: Dialect;
  readonly openSocket: OpenSocket;
  readonly backOff: BackOff;
  readonly keepAlive: KeepAlive | false;
  readonly connectTimeoutMs: number;
  readonly random: () => number;
}

/** Why an attempt or a connection is over, and what follows for it and for what it served. */
export interface ConnectionEnd {
  readonly action: CloseAction;
  readonly cause: TrunklineError;
  readonly fate: CallFate;
  /** The server said no to the credentials, and the client has no better ones. */
  readonly isUnauthorized: boolean;
}

/** What the end of a connection means for what it served. */
export interface ConnectionLoss extends ConnectionEnd {
  /** Undefined when the socket had never opened. */
  readonly session: Session | undefined;
  /** There will be no other connection. */
  readonly isFinal: boolean;
}

/** What a connection tells its owner. */
export interface ConnectionHost extends Pick<SessionContext, 'calls' | 'nextId' | 'failed' | 'subscribeFailed'> {
  /** Whether anything needs a connection, so that a lost one is made anew. */
  isWanted(): boolean;
  /** Whether an answer or an event may be due, so that silence means something. */
  isBusy(): boolean;
  /** What waits may leave now. */
  released(): void;
  /** Whether a call or a subscription is served by this conversation, or still heard from it. */
  isServed(session: Session): boolean;
  /** Subscriptions go on here from where they were; calls stay where they are. */
  moved(from: Session, to: Session): void;
  /** A message was read, and everything that follows from it is done. */
  progressed(): void;
  /** The credentials of the connection end in so many milliseconds; undefined when nothing is known of them any more. */
  expiring(inMs: number | undefined): void;
  /** A conversation is over, if there was any. */
  lost(loss: ConnectionLoss): void;
  stateChanged(state: ConnectionState): void;
}
