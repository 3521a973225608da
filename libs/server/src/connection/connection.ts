import {
  type Authenticate,
  CLOSE_CODES,
  type ClientIdentity,
  type ClientMessage,
  type Violation,
} from '@trunkline/protocol';
import type { Authority, AuthorityHost } from '../authority/authority.js';
import { createAuthority } from '../authority/create-authority.js';
import { readStanding } from '../authority/read-standing.js';
import { CallTable, type Running } from '../dispatch/call-table.js';
import type { DispatchHost } from '../dispatch/dispatch-host.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { LazySignal } from '../dispatch/lazy-signal.js';
import { ownerOf } from '../idempotency/call-identity.js';
import { ConnectionWatch } from '../observation/connection-watch.js';
import type { ErrorReport } from '../router/error-report.js';
import type { SocketEvents } from '../sockets/socket-port.js';
import { mayResumeAfter } from '../subscription/may-resume-after.js';
import { type Revalidation, revalidateSubscriptions } from '../subscription/revalidate-subscriptions.js';
import type { Subscription } from '../subscription/subscription.js';
import { SubscriptionTable } from '../subscription/subscription-table.js';
import type { ConnectionParts, ConnectionService } from './connection-parts.js';
import { type ConnectionState, decideReception, type Session } from './connection-state.js';
import { ConnectionSurroundings } from './connection-surroundings.js';
import { Handshake, type HandshakeHost, sessionFor } from './handshake.js';
import { type IntakeHost, MessageIntake, type SingleFrame } from './message-intake.js';
import { Outbox } from './outbox.js';
import { answerDenied, answerViolation } from './refusals.js';
import type { ReplySink } from './reply-sink.js';

/** One peer: its state, its tables, and the one way out to it. */
export class Connection
  extends ConnectionSurroundings
  implements SocketEvents, DispatchHost, HandshakeHost, IntakeHost, AuthorityHost
{
  readonly watch: ConnectionWatch;
  readonly outbox: Outbox;
  /** Known once the connection is ready. */
  owner = '';
  readonly calls = new CallTable();
  readonly subscriptions = new SubscriptionTable();
  readonly #dispatcher: Dispatcher;
  readonly #intake: MessageIntake;
  /** Belongs to the first context, and aborts when the connection is gone. */
  readonly #abortion = new LazySignal();
  /** Until the connection is ready. */
  #handshake: Handshake | undefined;
  #state: ConnectionState = GREETING;
  #authority: Authority | undefined;
  #isDraining = false;
  #onIdle: (() => void) | undefined;
  #hasBeenHeard = true;
  #client: ClientIdentity = {};

  constructor(service: ConnectionService, parts: ConnectionParts) {
    super(service, parts);
    this.watch = new ConnectionWatch(service.observer, service.clock, parts.dialect.name, parts);
    this.outbox = new Outbox(parts.socket, service.clock, service.outboxLimits, this);
    this.#intake = new MessageIntake(this, service.clock);
    this.#dispatcher = new Dispatcher(this);
    this.#handshake = new Handshake(service, parts, this, this.#abortion);
  }

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /**
   * Whether anything was heard since the last ping. A peer that is held back cannot be heard, because nothing of it is
   * read; whether that one still lives is for the stall time of the outbox to tell.
   */
  get hasBeenHeard(): boolean {
    return this.#hasBeenHeard || this.outbox.isHoldingBack;
  }

  get isOpen(): boolean {
    return this.#state.name === 'ready';
  }

  // A stock client always reads through the transformer; a native one has not asked for it before it is greeted.
  get session(): Session {
    if (this.#state.name === 'ready') return this.#state.session;
    return sessionFor(this.service, this.dialect.name === 'stock' ? 'transformed' : 'json');
  }

  get isGreeting(): boolean {
    return this.#state.name === 'greeting';
  }

  get isPreparing(): boolean {
    return this.#state.name === 'preparing';
  }

  open(): void {
    this.watch.opened();
    this.#handshake?.begin(this.outbox);
  }

  message(text: string): void {
    this.#hasBeenHeard = true;
    this.#intake.text(text);
  }

  binary(): void {
    this.#hasBeenHeard = true;
    this.#intake.binary();
  }

  pong(): void {
    this.#hasBeenHeard = true;
    this.#intake.control();
  }

  pinged(): void {
    this.pong();
    this.outbox.overflowIfUnread();
  }

  closed(code = 1006, reason = ''): void {
    this.#state = { name: 'closed' };
    this.#letGo(code);
    this.watch.closed(code, reason);
    this.#onIdle?.();
    this.parts.onClosed();
  }

  /** Says goodbye: what is queued leaves, then the socket closes with the code. */
  close(code: number | undefined, reason: string): void {
    if (this.#state.name === 'closing' || this.#state.name === 'closed') return;
    this.#state = { name: 'closing' };
    this.watch.closing(code ?? 1005, reason);
    this.outbox.flush();
    // The peer's answer to the close must be read, should it ever come.
    this.parts.socket.resume();
    if (code === undefined) this.parts.socket.closeBare();
    else this.parts.socket.close(code, reason);
    // Nothing can be sent any more, and the peer may take its time to answer the close.
    this.#letGo(code);
  }

  /** Cuts the connection: the peer is gone, or was given its time. */
  terminate(): void {
    this.watch.closing(1006, 'cut off');
    this.parts.socket.terminate();
  }

  /** Asks the peer for a sign of life. */
  ping(): void {
    this.#hasBeenHeard = this.outbox.isHoldingBack;
    this.parts.socket.ping();
  }

  /** Begins no new call, and calls back once those that run are answered. */
  drain(onIdle: () => void): void {
    this.#isDraining = true;
    this.#dispatcher.drain();
    if (this.calls.count === 0) onIdle();
    else this.#onIdle = onIdle;
  }

  /** The peer does not read what it asked for. */
  giveUp(reason: string): void {
    this.close(CLOSE_CODES.consumerTooSlow.code, reason);
  }

  violate(message: string): void {
    this.#refuse({ type: 'violation', id: null, isAnswered: true, code: 'BAD_REQUEST', message }, this.outbox);
    this.close(CLOSE_CODES.protocolViolated.code, message);
  }

  settled(call: Running): void {
    this.calls.delete(call);
    if (this.#isDraining && this.calls.count === 0) this.#onIdle?.();
  }

  ended(subscription: Subscription): void {
    this.subscriptions.delete(subscription);
  }

  prepared(client: ClientIdentity): void {
    this.#client = client;
    this.watch.identified(client);
    this.#state = { name: 'preparing' };
  }

  get expiresInMs(): number | undefined {
    return this.#authority?.expiresInMs;
  }

  /** Other credentials for a connection that is open already. */
  authenticate(message: Authenticate, sink: ReplySink): void {
    this.#authority ??= createAuthority(this, this.service, this.parts);
    void this.#authority.authenticate(message, sink);
  }

  renewed(context: unknown): void {
    if (this.#state.name !== 'ready') return;
    this.#state = { name: 'ready', session: { ...this.#state.session, context } };
    void this.revalidate();
  }

  /** Asks the middlewares of every subscription whether its events may still go to this peer. */
  revalidate(): Promise<Revalidation> {
    return revalidateSubscriptions(this.subscriptions.list(), this, this.session);
  }

  ready(session: Session): void {
    // Asks the application, which may throw: then nothing has changed yet.
    const standing = readStanding(this.service.authority, session.context);
    this.owner = ownerOf(standing.principal, this.#client);
    this.#state = { name: 'ready', session };
    this.#handshake = undefined;
    this.watch.ready();
    if (standing.principal === null && standing.expiresAt === null) return;
    this.#authority = createAuthority(this, this.service, this.parts);
    this.#authority.begin(standing);
  }

  refused(report: ErrorReport, session: Session): void {
    this.#state = { name: 'refusing', report, session };
  }

  #letGo(code: number | undefined): void {
    this.#handshake?.abandon();
    this.#abortion.abort();
    this.#authority?.stop();
    this.outbox.close();
    this.calls.abandonAll();
    this.subscriptions.abandonAll(mayResumeAfter(code ?? 1005));
  }

  receive(message: SingleFrame, sink: ReplySink): void {
    if (message.type === 'violation') return this.#refuse(message, sink);
    switch (decideReception(this.#state, message.type)) {
      case 'handle':
        return this.#handle(message, sink);
      case 'greet':
        return void (message.type === 'hello' && this.#handshake?.greet(message, sink));
      case 'wait':
        return this.#handshake?.wait(() => this.receive(message, sink));
      case 'deny':
        return this.#deny(message, sink);
      case 'violate':
        return this.violate('A second rpc.hello came on this connection.');
      case 'drop':
        return;
    }
  }

  #handle(message: ClientMessage, sink: ReplySink): void {
    if (message.type === 'hello') return;
    if (this.#state.name === 'ready') this.#dispatcher.handle(message, this.#state.session, sink);
    else if (message.type === 'ping') this.#dispatcher.pong(message, sink);
  }

  #deny(message: ClientMessage, sink: ReplySink): void {
    if (this.#state.name === 'refusing') answerDenied(this, message, this.#state, sink);
  }

  #refuse(violation: Violation, sink: ReplySink): void {
    const { name } = this.#state;
    this.watch.violated(violation.code, violation.message, violation.isAnswered);
    if (!violation.isAnswered || name === 'closing' || name === 'closed') return;
    answerViolation(this, violation, sink);
    // A stock client says its params once; when they make no sense nothing better will follow.
    if (name === 'greeting' && this.dialect.name === 'stock') this.close(undefined, '');
  }
}

const GREETING: ConnectionState = { name: 'greeting' };
