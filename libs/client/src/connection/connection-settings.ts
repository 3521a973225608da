import type { BackOff } from '@trunkline/protocol';
import type { CallFate } from '../calls/call-fate.js';
import type { Dialect, SessionContext, SessionSettings } from '../dialect/dialect.js';
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

/** What a connection tells its owner. */
export interface ConnectionHost extends Pick<SessionContext, 'calls' | 'nextId'> {
  /** Whether anything needs a connection, so that a lost one is made anew. */
  isWanted(): boolean;
  /** Whether an answer or an event may be due, so that silence means something. */
  isBusy(): boolean;
  /** What waits may leave now. */
  released(): void;
  /** The conversation is over; `isFinal` when there will be no other. */
  lost(cause: TrunklineError, fate: CallFate, isFinal: boolean): void;
  stateChanged(state: ConnectionState): void;
}
