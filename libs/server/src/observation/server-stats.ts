import type { ErrorKey, GapReason } from '@trunkline/protocol';

/** What `server.stats()` gives: a copy of its own each time. Counts that can only grow began with the server. */
export interface ServerStats {
  /** Open now. */
  readonly connections: ByDialect;
  readonly connectionsOpened: ByDialect;
  /**
   * Connections that are gone, and sockets that were refused, by the code of whoever closed first; 1005 stands for none
   * and 1006 for a connection that was lost. Codes that neither Trunkline nor RFC 6455 knows are counted as `other`.
   */
  readonly closes: Readonly<Record<string, number>>;
  /** Queries and mutations whose procedures run now, also those whose callers no longer wait. */
  readonly callsRunning: number;
  /** Queries and mutations that were answered with an output. */
  readonly callsAnswered: number;
  /** Requests for a procedure that were answered with an error, by its key; subscribes among them. */
  readonly callsFailed: Readonly<Record<ErrorKey, number>>;
  /** Requests for a procedure without an answer: the connection closed, or a stock client stopped them. */
  readonly callsAbandoned: number;
  /** Open now. */
  readonly subscriptions: number;
  readonly subscriptionsOpened: number;
  /** Subscriptions that were open and ended with an error, by its key. */
  readonly subscriptionsFailed: Readonly<Record<ErrorKey, number>>;
  readonly eventsSent: number;
  /** Gaps that clients were told of, by reason. */
  readonly gapsTold: Readonly<Record<GapReason, number>>;
  /** Bytes that wait now to be read by peers, over all connections. */
  readonly unsentBytes: number;
  /** Messages that came, each of a batch, also those that broke the protocol. */
  readonly messagesReceived: number;
  /** Messages that broke the protocol and were answered with an error, or would have been on an open connection. */
  readonly violations: number;
  /** Notifications that broke the protocol, which nothing answers. */
  readonly notificationsRefused: number;
}

/** A count for each of the two protocols. */
export interface ByDialect {
  readonly native: number;
  readonly stock: number;
}
