import type { ErrorKey, GapReason, Resumed } from '@trunkline/protocol';

/** What `server.stats()` gives: a copy of its own each time. Counts that can only grow began with the server. */
export interface ServerStats extends HeldNow {
  /** Open now. */
  readonly connections: ByDialect;
  readonly connectionsOpened: ByDialect;
  /**
   * Connections that are gone, and sockets that were refused, by the code of whoever closed first; 1005 stands for none
   * and 1006 for a connection that was lost. Codes that neither Trunkline nor RFC 6455 knows are counted as `other`.
   */
  readonly closes: Readonly<Record<string, number>>;
  /** Upgrades that were answered over HTTP instead of with a socket, by status: 400, 404, 429. */
  readonly upgradesRefused: Readonly<Record<string, number>>;
  /** Queries and mutations whose procedures run now, also those whose callers no longer wait. */
  readonly callsRunning: number;
  /** Queries and mutations that were answered with an output. */
  readonly callsAnswered: number;
  /** Requests for a procedure that were answered with an error, by its key; subscribes among them. */
  readonly callsFailed: Readonly<Record<ErrorKey, number>>;
  /** Requests for a procedure without an answer: the connection closed, or a stock client stopped them. */
  readonly callsAbandoned: number;
  /** Sendings of a mutation that met it running here, and waited for the same run. */
  readonly mutationsJoined: number;
  /**
   * Sendings of a mutation that were answered with what another sending had caused, those that joined one among them. Keys
   * that belonged to something else and outcomes that nobody knows are in `callsFailed`: `KEY_REUSED`, `OUTCOME_UNKNOWN`.
   */
  readonly mutationsReplayed: number;
  /** Open now. */
  readonly subscriptions: number;
  readonly subscriptionsOpened: number;
  /** The same, by how they began: `fresh`, `recovered` where a client had left off, or with a `gap`. */
  readonly subscriptionsResumed: Readonly<Record<Resumed, number>>;
  /** Subscriptions that were open and ended with an error, by its key. */
  readonly subscriptionsFailed: Readonly<Record<ErrorKey, number>>;
  readonly eventsSent: number;
  /** Gaps that clients were told of, by reason. */
  readonly gapsTold: Readonly<Record<GapReason, number>>;
  /** Messages that came, each of a batch, also those that broke the protocol. */
  readonly messagesReceived: number;
  /** Messages that broke the protocol and were answered with an error, or would have been on an open connection. */
  readonly violations: number;
  /** Notifications that broke the protocol, which nothing answers. */
  readonly notificationsRefused: number;
  /** Calls of `server.revoke`. The connections that they closed are in `closes`. */
  readonly revocations: number;
}

/** What a server holds at this moment. */
export interface HeldNow {
  /** Bytes that wait to be read by peers, over all connections. */
  readonly unsentBytes: number;
  /** Subscriptions that could be resumed if their connection were lost, or wait for their client. */
  readonly runsKept: number;
  /** Those of them that lost their connection and wait for their client. */
  readonly runsWaiting: number;
  /** The size of the events that are kept for them: JSON text in UTF-16 units and 128 for each (option `resume`). */
  readonly keptBytes: number;
  /** Mutations that run although no caller of theirs is connected. */
  readonly mutationsOrphaned: number;
  /** Whether new sockets are turned away, because the server drains or closes. */
  readonly isDraining: boolean;
}

/** A count for each of the two protocols. */
export interface ByDialect {
  readonly native: number;
  readonly stock: number;
}
