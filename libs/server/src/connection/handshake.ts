import { type Cancel, CLOSE_CODES, type Hello, PARTS_FEATURE } from '@trunkline/protocol';
import type { LazySignal } from '../dispatch/lazy-signal.js';
import type { ErrorReport } from '../router/error-report.js';
import type { ConnectionParts, ConnectionService } from './connection-parts.js';
import type { Session } from './connection-state.js';
import type { ReplySink } from './reply-sink.js';

/** What a handshake brings about. */
export interface HandshakeHost {
  /** Whether the connection still waits for its context. */
  readonly isPreparing: boolean;
  /** What is left of the peer's credentials, once it is ready; undefined when they do not end. */
  readonly expiresInMs: number | undefined;
  /** On whose account mutations are recorded, once it is ready. */
  readonly owner: string;
  prepared(client: Hello['client']): void;
  ready(session: Session): void;
  refused(report: ErrorReport, session: Session): void;
  violate(message: string): void;
  close(code: number | undefined, reason: string): void;
}

const NO_GREETING: Hello = {
  type: 'hello',
  id: null,
  client: {},
  payload: 'transformed',
  features: [],
  connectionParams: null,
};

const CONTEXT_ORIGIN = { path: undefined, kind: 'unknown', input: undefined, context: undefined } as const;

/** From an open socket to a context: waits for the first message, keeps what comes too early, and makes the context. */
export class Handshake {
  readonly #service: ConnectionService;
  readonly #parts: ConnectionParts;
  readonly #host: HandshakeHost;
  readonly #abortion: LazySignal;
  #waiting: (() => void)[] = [];
  #cancelTimeout: Cancel | undefined;

  /** @param abortion belongs to the context, and aborts when the connection is gone. */
  constructor(service: ConnectionService, parts: ConnectionParts, host: HandshakeHost, abortion: LazySignal) {
    this.#service = service;
    this.#parts = parts;
    this.#host = host;
    this.#abortion = abortion;
  }

  /** Begins: the context is made at once, or after the first message where the peer has something to say. */
  begin(direct: ReplySink): void {
    if (!this.#parts.greets) return void this.greet(NO_GREETING, direct);
    const { clock, helloTimeoutMs } = this.#service;
    this.#cancelTimeout = clock.schedule(helloTimeoutMs, () => {
      this.#host.close(CLOSE_CODES.helloLate.code, `no first message in ${helloTimeoutMs} ms (option helloTimeoutMs)`);
    });
  }

  /** The peer has said who it is. Never rejects. */
  async greet(hello: Hello, sink: ReplySink): Promise<void> {
    this.#cancelTimeout?.();
    this.#host.prepared(hello.client);
    const takesParts = hello.features.includes(PARTS_FEATURE);
    const session = { ...sessionFor(this.#service, hello.payload), takesParts, contract: hello.contract ?? null };
    const { clock, contextTimeoutMs } = this.#service;
    this.#cancelTimeout = clock.schedule(contextTimeoutMs, () => this.#expire(hello, session, sink));
    try {
      const context = await this.#parts.createContext(hello.connectionParams, this.#abortion);
      if (!this.#host.isPreparing) return;
      this.#cancelTimeout();
      this.#host.ready({ ...session, context });
      this.#parts.hasContext();
      this.#welcome(hello, sink);
    } catch (thrown) {
      if (!this.#host.isPreparing) return;
      this.#cancelTimeout();
      const report = this.#service.errors.report(thrown, CONTEXT_ORIGIN, this.#parts.request);
      this.#fail(report, hello, session, sink);
    }
  }

  /** Keeps something for when the context is there, or has failed. */
  wait(action: () => void): void {
    const { maxQueuedBeforeHello } = this.#service.limits;
    if (this.#waiting.length < maxQueuedBeforeHello) return void this.#waiting.push(action);
    const limit = `${maxQueuedBeforeHello} messages (option limits.maxQueuedBeforeHello)`;
    this.#host.violate(`More than ${limit} came before the connection was ready.`);
  }

  /** The connection is gone: nothing is made or kept any more. */
  abandon(): void {
    this.#cancelTimeout?.();
    this.#waiting = [];
  }

  #welcome(hello: Hello, sink: ReplySink): void {
    const { contract, identity, limits, mutations } = this.#service;
    const { expiresInMs, owner } = this.#host;
    const epoch = mutations.epochFor(owner, undefined);
    const welcome = this.#parts.dialect.welcome(hello, {
      server: identity,
      limits,
      features: [PARTS_FEATURE],
      ...(epoch !== undefined && { epoch }),
      ...(expiresInMs !== undefined && { expiresInMs }),
      ...(contract !== undefined && { contract: contract.hash }),
    });
    if (welcome !== undefined) sink.answer(welcome);
    this.#releaseWaiting();
  }

  // The application is told too, because it is its function that takes so long.
  #expire(hello: Hello, session: Session, sink: ReplySink): void {
    const { contextTimeoutMs, errors } = this.#service;
    const message = `The context was not made in ${contextTimeoutMs} ms (option contextTimeoutMs).`;
    errors.notice(new Error(message), CONTEXT_ORIGIN, this.#parts.request);
    this.#abortion.abort(new DOMException(message, 'TimeoutError'));
    this.#fail(errors.refuse('TIMEOUT', message), hello, session, sink);
  }

  // Every request that waited is answered with the error of the context, in order, and none is run.
  #fail(report: ErrorReport, hello: Hello, session: Session, sink: ReplySink): void {
    const { dialect } = this.#parts;
    const call = hello.id === null ? null : { id: hello.id, echoesJsonrpc: true };
    sink.answer(dialect.failure(call, report, session.codecs, session.payload));
    this.#host.refused(report, session);
    this.#releaseWaiting();
    // What the peer sent in the same breath is read before the socket closes, so that it gets its answer too.
    const close = () => this.#host.close(dialect.contextFailureCode(report.key), 'the context could not be made');
    this.#service.clock.giveWay(close);
  }

  #releaseWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const action of waiting) action();
  }
}

/** The session of a peer whose context is not there, for what has to be told to it all the same. */
export function sessionFor(service: ConnectionService, payload: Session['payload']): Session {
  const codecs = payload === 'transformed' ? service.routerCodecs : service.plainCodecs;
  return { context: undefined, codecs, payload, takesParts: false, contract: null };
}
