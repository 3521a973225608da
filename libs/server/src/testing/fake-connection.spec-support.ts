import { type AnyTRPCRouter, initTRPC } from '@trpc/server';
import { DEFAULT_LIMITS, type Limits } from '@trunkline/protocol';
import { Connection } from '../connection/connection.js';
import type { ConnectionParts, ConnectionService } from '../connection/connection-parts.js';
import { DEFAULT_OUTBOX_LIMITS } from '../connection/outbox.js';
import type { ServedContract } from '../contract/served-contract.js';
import { nativeDialect } from '../dialect/native-dialect.js';
import { createMemoryIdempotencyStore } from '../idempotency/memory-idempotency-store.js';
import { MutationDesk } from '../idempotency/mutation-desk.js';
import { DEFAULT_MUTATION_LIMITS } from '../idempotency/mutation-limits.js';
import type { ObservationOptions } from '../observation/observation-options.js';
import { Observer } from '../observation/observer.js';
import { ErrorReporter } from '../router/error-reporter.js';
import { ProcedureDirectory } from '../router/procedure-directory.js';
import { ProcedureMetaReader } from '../router/procedure-meta.js';
import { ProcedureRunner } from '../router/procedure-runner.js';
import { createRouterCodecs, PLAIN_CODECS } from '../router/router-codecs.js';
import { createFakeRuns, createRequest } from './fake-host.spec-support.js';
import { FakeServerClock } from './fake-server-clock.spec-support.js';
import { FakeSocket } from './fake-socket.spec-support.js';

export interface FakeConnectionOptions extends Partial<Pick<ConnectionParts, 'dialect' | 'greets' | 'createContext'>> {
  readonly router?: AnyTRPCRouter;
  readonly limits?: Partial<Limits>;
  /** What generated clients are held to. */
  readonly contract?: ServedContract;
  /** Who is told what happens. */
  readonly observation?: ObservationOptions;
}

/** The parts of a connection on a fake socket and a fake clock, with a real router. */
export class FakeParts {
  readonly clock = new FakeServerClock();
  readonly socket = new FakeSocket();
  /** What the application was told. */
  readonly notices: string[] = [];
  readonly observer: Observer;
  readonly service: ConnectionService;
  readonly parts: ConnectionParts;
  closedCount = 0;
  #saidCount = 0;

  constructor(options: FakeConnectionOptions = {}) {
    const { router = initTRPC.create().router({}) } = options;
    const runner = new ProcedureRunner(router);
    this.observer = new Observer(options.observation ?? {});
    this.service = {
      observer: this.observer,
      clock: this.clock,
      contract: options.contract,
      authority: { principal: undefined, expiresAt: undefined },
      directory: new ProcedureDirectory(router),
      metas: new ProcedureMetaReader(router),
      mutations: new MutationDesk({
        clock: this.clock,
        store: createMemoryIdempotencyStore({ clock: this.clock }),
        limits: DEFAULT_MUTATION_LIMITS,
      }),
      errors: new ErrorReporter(router, ({ error }) => void this.notices.push(error.message), this.observer),
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      outboxLimits: DEFAULT_OUTBOX_LIMITS,
      helloTimeoutMs: 10_000,
      contextTimeoutMs: 5000,
      expiryWarningMs: 30_000,
      maxQueuedEvents: 10,
      routerCodecs: createRouterCodecs(router),
      plainCodecs: PLAIN_CODECS,
      identity: { name: 'server', version: '1' },
      run: (run) => runner.run(run),
      runs: createFakeRuns(this.clock, (run) => runner.runMiddlewares(run)),
    };
    this.parts = {
      socket: this.socket,
      dialect: options.dialect ?? nativeDialect,
      request: createRequest(),
      address: '192.0.2.1',
      peerAddress: undefined,
      greets: options.greets ?? true,
      createContext: options.createContext ?? (() => ({})),
      hasContext: () => undefined,
      onClosed: () => {
        this.closedCount += 1;
      },
    };
  }

  /** Lets everything happen that can, and gives what was done to the socket since the last time. */
  async said(): Promise<readonly string[]> {
    await this.clock.settle();
    const entries = this.socket.log.flat().map((entry) => entry.replaceAll('"jsonrpc":"2.0",', ''));
    const from = this.#saidCount;
    this.#saidCount = entries.length;
    return entries.slice(from);
  }
}

/** A connection on such parts, and a peer that speaks on it. */
export class FakeConnection extends FakeParts {
  readonly connection: Connection;

  constructor(options: FakeConnectionOptions = {}) {
    super(options);
    this.connection = new Connection(this.service, this.parts);
    this.connection.open();
  }

  /** The peer sends native messages, a frame each. */
  send(...messages: readonly Readonly<Record<string, unknown>>[]): void {
    for (const message of messages) this.connection.message(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }

  /** The peer sends native messages in one array. */
  sendBatch(...messages: readonly Readonly<Record<string, unknown>>[]): void {
    this.connection.message(JSON.stringify(messages.map((message) => ({ jsonrpc: '2.0', ...message }))));
  }

  /** The peer says hello and hears the welcome. */
  async greeted(): Promise<this> {
    this.send({ id: 'hello', method: 'rpc.hello' });
    await this.said();
    return this;
  }
}
