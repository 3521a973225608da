import type { CallId, ClientIdentity, ErrorKey, GapReason, ProcedureKind, Resumed } from '@trunkline/protocol';

/** One connection, as all notices name it. */
export interface ConnectionInfo {
  /** Counts the connections of this server from 1. */
  readonly id: number;
  readonly dialect: 'native' | 'stock';
  /** The address that the option `addressOf` names; without it, that of the other end of the socket, which may be a proxy. */
  readonly peerAddress: string | undefined;
  /** Who the client says it is, which is no proof; empty before its hello and in the stock dialect. */
  readonly client: ClientIdentity;
}

/** What `onConnection` is told. */
export type ConnectionNotice =
  | ConnectionOpened
  | ConnectionReady
  | ConnectionClosed
  | ConnectionRefused
  | UpgradeRefused;

/** A socket is open; nothing is known of the peer yet. */
export interface ConnectionOpened {
  readonly event: 'opened';
  readonly connection: ConnectionInfo;
}

/** The peer has said who it is and its context is there: calls run from now on. */
export interface ConnectionReady {
  readonly event: 'ready';
  readonly connection: ConnectionInfo;
  /** Since the socket opened. */
  readonly durationMs: number;
}

/** The connection is gone, and with it what ran on it. Comes once after each `opened`. */
export interface ConnectionClosed {
  readonly event: 'closed';
  readonly connection: ConnectionInfo;
  /** The code of whoever closed first (RFC 6455, section 7.4): 1005 for none, 1006 where the connection was lost. */
  readonly code: number;
  readonly reason: string;
  readonly closedBy: 'server' | 'peer';
  /** Since the socket opened. */
  readonly durationMs: number;
}

/** A socket was closed at once, for its origin or its subprotocol, or because the server stops. No `opened` came before. */
export interface ConnectionRefused {
  readonly event: 'refused';
  readonly peerAddress: string | undefined;
  readonly code: number;
  readonly reason: string;
}

/**
 * There was not even a socket: the upgrade was answered over HTTP. Requests that `ws` itself turns away, because they are no
 * upgrade to a WebSocket of version 13 or 8 (RFC 6455, section 4.2.1), are not among them.
 */
export interface UpgradeRefused {
  readonly event: 'upgrade-refused';
  readonly peerAddress: string | undefined;
  /** Of HTTP: 400 where path and Host make no URL, 404 for a path that is not served, 429 for too many sockets of one address. */
  readonly status: number;
  readonly reason: string;
}

/** What `onCall` is told once per request for a procedure, when it is over. Subscribes that open are told to `onSubscription`. */
export interface CallNotice {
  readonly connection: ConnectionInfo;
  /** As the client chose it. */
  readonly id: CallId;
  readonly path: string;
  /** Undefined where no procedure was found. */
  readonly kind: ProcedureKind | undefined;
  /** The caller's place in a trace (W3C Trace Context), checked for its form. */
  readonly traceparent: string | undefined;
  /** `abandoned`: there was no answer, because the connection closed or, in the stock dialect, the caller stopped it. */
  readonly outcome: 'answered' | 'failed' | 'abandoned';
  /** The key of the error with which it was answered, where it failed. */
  readonly error: ErrorKey | undefined;
  /** In milliseconds since the epoch. */
  readonly startedAt: number;
  /** Until its answer was handed over for sending. */
  readonly durationMs: number;
  /** The length of the output's JSON text in UTF-16 units, which are bytes as long as the text is ASCII; 0 without output. */
  readonly outputLength: number;
}

/** One subscription, as its notices name it. */
export interface SubscriptionInfo {
  readonly connection: ConnectionInfo;
  /** The id of its subscribe. */
  readonly id: CallId;
  /** Counts the subscriptions of its connection from 1. */
  readonly number: number;
  readonly path: string;
  readonly traceparent: string | undefined;
}

/** What `onSubscription` is told. */
export type SubscriptionNotice = SubscriptionOpened | SubscriptionEnded;

/** The subscribe was answered. */
export interface SubscriptionOpened extends SubscriptionInfo {
  readonly event: 'opened';
  /** `recovered`: it goes on where its client stood; `gap`: it does so with events missing; `fresh`: nothing was to resume. */
  readonly resumed: Resumed;
  readonly startedAt: number;
  /** From the subscribe to its answer. */
  readonly durationMs: number;
}

/** It is over. Comes once after each `opened`. */
export interface SubscriptionEnded extends SubscriptionInfo {
  readonly event: 'ended';
  /** `cancelled`: by its client; `abandoned`: its connection closed. */
  readonly outcome: 'completed' | 'failed' | 'cancelled' | 'abandoned';
  readonly error: ErrorKey | undefined;
  readonly eventsSent: number;
  readonly startedAt: number;
  /** Since the subscribe. */
  readonly durationMs: number;
}

/** What `onGap` is told: the client learns at this place that events are missing. */
export interface GapNotice extends SubscriptionInfo {
  readonly reason: GapReason;
  /** How many, where the server knows. */
  readonly dropped: number | undefined;
}
