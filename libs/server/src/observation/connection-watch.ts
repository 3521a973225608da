import type { Call, ClientIdentity, Clock, ErrorKey, GapReason, ProcedureKind, Resumed } from '@trunkline/protocol';
import { type Counters, countClose } from './counters.js';
import type { CallNotice, ConnectionInfo, SubscriptionEnded, SubscriptionInfo } from './notices.js';
import type { Observer } from './observer.js';

/** A subscription as it is told of. */
export interface WatchedSubscription {
  readonly call: Call;
  readonly number: number;
  readonly startedAt: number;
}

/** The other end of a socket. */
export interface Peer {
  /** As notices show it; undefined once the socket is gone. */
  readonly peerAddress: string | undefined;
}

/** Counts and tells what happens on one connection. Without a hook it makes nothing: each method is an increment and a check. */
export class ConnectionWatch {
  readonly #observer: Observer;
  readonly #clock: Clock;
  readonly #peer: Peer;
  readonly #dialect: ConnectionInfo['dialect'];
  readonly #openedAt: number;
  readonly #id: number;
  #info: ConnectionInfo | undefined;
  #client: ClientIdentity = NOBODY;
  #closing: { readonly code: number; readonly reason: string } | undefined;

  constructor(observer: Observer, clock: Clock, dialect: ConnectionInfo['dialect'], peer: Peer) {
    this.#observer = observer;
    this.#clock = clock;
    this.#dialect = dialect;
    this.#peer = peer;
    // Only those who are told want to know.
    this.#openedAt = observer.isWatched ? clock.now() : 0;
    this.#id = observer.nextConnectionId();
  }

  get counters(): Counters {
    return this.#observer.counters;
  }

  /** What is known of the connection now. */
  get info(): ConnectionInfo {
    this.#info ??= {
      id: this.#id,
      dialect: this.#dialect,
      peerAddress: this.#peer.peerAddress,
      client: this.#client,
    };
    return this.#info;
  }

  /** When something starts, or 0 where nobody will ask. */
  get startedAt(): number {
    const { onCall, onSubscription } = this.#observer.options;
    return onCall === undefined && onSubscription === undefined ? 0 : this.#clock.now();
  }

  opened(): void {
    this.counters.connections[this.#dialect] += 1;
    this.counters.connectionsOpened[this.#dialect] += 1;
    if (!this.#observer.isWatched) return;
    // The address is read now, because a socket that is gone has none any more.
    const connection = this.info;
    const { onConnection } = this.#observer.options;
    if (onConnection) this.#observer.tell('onConnection', onConnection, { event: 'opened', connection });
    this.#observer.log('debug', { connection }, 'A connection opened.');
  }

  identified(client: ClientIdentity): void {
    this.#client = client;
    if (this.#info) this.#info = { ...this.#info, client };
  }

  ready(): void {
    const { onConnection, logger } = this.#observer.options;
    if (onConnection === undefined && logger === undefined) return;
    const connection = this.info;
    const durationMs = this.#durationMs;
    if (onConnection) this.#observer.tell('onConnection', onConnection, { event: 'ready', connection, durationMs });
    this.#observer.log('debug', { connection, durationMs }, 'A connection is ready.');
  }

  /** The server is about to close the connection. */
  closing(code: number, reason: string): void {
    this.#closing ??= { code, reason };
  }

  /** @param code what came from the socket. */
  closed(code: number, reason: string): void {
    const closing = this.#closing ?? { code, reason };
    this.counters.connections[this.#dialect] -= 1;
    countClose(this.counters, closing.code);
    const { onConnection, logger } = this.#observer.options;
    if (onConnection === undefined && logger === undefined) return;
    const closedBy = this.#closing === undefined ? 'peer' : 'server';
    const facts = { connection: this.info, ...closing, closedBy, durationMs: this.#durationMs } as const;
    if (onConnection) this.#observer.tell('onConnection', onConnection, { event: 'closed', ...facts });
    const isFault = closedBy === 'server' && closing.code >= 4000 && closing.code < 4200;
    this.#observer.log(isFault ? 'warn' : 'debug', facts, 'A connection closed.');
  }

  /** A message broke the protocol. */
  violated(code: ErrorKey, message: string, isAnswered: boolean): void {
    if (isAnswered) this.counters.violations += 1;
    else this.counters.notificationsRefused += 1;
    if (this.#observer.options.logger === undefined) return;
    this.#observer.log('debug', { connection: this.info, code, reason: message }, 'A message broke the protocol.');
  }

  callAnswered(call: Call, kind: ProcedureKind, startedAt: number, outputLength: number): void {
    this.counters.callsAnswered += 1;
    if (this.#observer.options.onCall === undefined) return;
    this.#tellCall(call, kind, startedAt, { outcome: 'answered', error: undefined, outputLength });
  }

  callFailed(call: Call, kind: ProcedureKind | undefined, startedAt: number | undefined, error: ErrorKey): void {
    this.counters.callsFailed[error] += 1;
    if (this.#observer.options.onCall === undefined) return;
    this.#tellCall(call, kind, startedAt, { outcome: 'failed', error, outputLength: 0 });
  }

  callAbandoned(call: Call, kind: ProcedureKind | undefined, startedAt: number): void {
    this.counters.callsAbandoned += 1;
    if (this.#observer.options.onCall === undefined) return;
    this.#tellCall(call, kind, startedAt, { outcome: 'abandoned', error: undefined, outputLength: 0 });
  }

  subscriptionOpened(subscription: WatchedSubscription, resumed: Resumed): void {
    this.counters.subscriptions += 1;
    this.counters.subscriptionsOpened += 1;
    this.counters.subscriptionsResumed[resumed] += 1;
    const { onSubscription } = this.#observer.options;
    if (onSubscription === undefined) return;
    const { startedAt } = subscription;
    const durationMs = this.#clock.now() - startedAt;
    const facts = { event: 'opened', ...this.#describe(subscription), resumed, startedAt, durationMs } as const;
    this.#observer.tell('onSubscription', onSubscription, facts);
  }

  subscriptionEnded(
    subscription: WatchedSubscription,
    outcome: SubscriptionEnded['outcome'],
    error: ErrorKey | undefined,
    eventsSent: number,
  ): void {
    this.counters.subscriptions -= 1;
    if (error !== undefined) this.counters.subscriptionsFailed[error] += 1;
    const { onSubscription } = this.#observer.options;
    if (onSubscription === undefined) return;
    const { startedAt } = subscription;
    const durationMs = this.#clock.now() - startedAt;
    const facts = { outcome, error, eventsSent, startedAt, durationMs };
    this.#observer.tell('onSubscription', onSubscription, {
      event: 'ended',
      ...this.#describe(subscription),
      ...facts,
    });
  }

  gapTold(subscription: WatchedSubscription, reason: GapReason, dropped: number | undefined): void {
    this.counters.gapsTold[reason] += 1;
    const { onGap, logger } = this.#observer.options;
    if (onGap === undefined && logger === undefined) return;
    const notice = { ...this.#describe(subscription), reason, dropped };
    if (onGap) this.#observer.tell('onGap', onGap, notice);
    this.#observer.log(reason === 'overflow' ? 'warn' : 'debug', notice, 'A client was told that events are missing.');
  }

  get #durationMs(): number {
    return this.#clock.now() - this.#openedAt;
  }

  #tellCall(
    call: Call,
    kind: ProcedureKind | undefined,
    startedAt: number | undefined,
    outcome: Pick<CallNotice, 'outcome' | 'error' | 'outputLength'>,
  ): void {
    const { onCall } = this.#observer.options;
    if (onCall === undefined) return;
    const { id, path, traceparent } = call;
    const now = this.#clock.now();
    const started = startedAt ?? now;
    const times = { startedAt: started, durationMs: now - started };
    this.#observer.tell('onCall', onCall, { connection: this.info, id, path, kind, traceparent, ...outcome, ...times });
  }

  #describe({ call, number }: WatchedSubscription): SubscriptionInfo {
    const { id, path, traceparent } = call;
    return { connection: this.info, id, number, path, traceparent };
  }
}

const NOBODY: ClientIdentity = {};
