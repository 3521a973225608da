import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { type AnyTRPCRouter, initTRPC } from '@trpc/server';
import { type Authenticate, type Call, type Clock, DEFAULT_LIMITS, type Limits } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { DEFAULT_OUTBOX_LIMITS, Outbox } from '../connection/outbox.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ServedContract } from '../contract/served-contract.js';
import { nativeDialect } from '../dialect/native-dialect.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import { CallTable, type Running } from '../dispatch/call-table.js';
import type { DispatchHost } from '../dispatch/dispatch-host.js';
import type { IdempotencyStore } from '../idempotency/idempotency-store.js';
import { createMemoryIdempotencyStore } from '../idempotency/memory-idempotency-store.js';
import { MutationDesk } from '../idempotency/mutation-desk.js';
import { DEFAULT_MUTATION_LIMITS } from '../idempotency/mutation-limits.js';
import { ConnectionWatch } from '../observation/connection-watch.js';
import type { ObservationOptions } from '../observation/observation-options.js';
import { Observer } from '../observation/observer.js';
import { type ErrorNotice, ErrorReporter } from '../router/error-reporter.js';
import { ProcedureDirectory } from '../router/procedure-directory.js';
import { ProcedureMetaReader, type TrunklinePolicies } from '../router/procedure-meta.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import { ProcedureRunner } from '../router/procedure-runner.js';
import { createRouterCodecs } from '../router/router-codecs.js';
import type { RunService } from '../subscription/run-service.js';
import { DEFAULT_RESUME_LIMITS, type ResumeLimits, RunShelf } from '../subscription/run-shelf.js';
import type { Subscription } from '../subscription/subscription.js';
import { SubscriptionTable } from '../subscription/subscription-table.js';
import { FakeServerClock } from './fake-server-clock.spec-support.js';
import { FakeSocket } from './fake-socket.spec-support.js';

export interface FakeHostOptions {
  readonly router?: AnyTRPCRouter;
  readonly dialect?: ServerDialect;
  readonly limits?: Partial<Limits>;
  readonly maxQueuedEvents?: number;
  readonly resume?: Partial<ResumeLimits>;
  /** Shared with other connections of the same server. @default its own */
  readonly runs?: RunService;
  readonly clock?: FakeServerClock;
  /** @default one in memory */
  readonly store?: IdempotencyStore;
  /** Shared with other connections of the same server. @default one with the store */
  readonly mutations?: MutationDesk;
  /** Who is told what happens. */
  readonly observation?: ObservationOptions;
  /** What generated clients are held to. */
  readonly contract?: ServedContract;
  /** Stands for the procedures of the router. */
  readonly run?: (run: ProcedureRun) => Promise<unknown>;
}

/** A connection as its calls see it, on a fake socket and a fake clock, with a real router. */
export class FakeHost implements DispatchHost {
  readonly clock: FakeServerClock;
  readonly socket = new FakeSocket();
  readonly outbox: Outbox;
  readonly request = createRequest();
  readonly calls = new CallTable();
  readonly subscriptions = new SubscriptionTable();
  readonly dialect: ServerDialect;
  readonly directory: ProcedureDirectory;
  readonly contract: ServedContract | undefined;
  readonly limits: Limits;
  readonly maxQueuedEvents: number;
  readonly session: Session;
  readonly observer: Observer;
  readonly watch: ConnectionWatch;
  readonly errors: ErrorReporter;
  readonly owner = 'p:ada';
  readonly address = '192.0.2.1';
  readonly mutations: MutationDesk;
  readonly runs: RunService;
  readonly #metas: ProcedureMetaReader;
  /** What the application was told, as "<kind> <path>: <message>". */
  readonly notices: string[] = [];
  readonly violations: string[] = [];
  /** How often a call settled or a subscription ended. */
  endedCount = 0;
  isDraining = false;
  isOpen = true;
  readonly #run: (run: ProcedureRun) => Promise<unknown>;

  constructor(options: FakeHostOptions = {}) {
    const { router = initTRPC.create().router({}) } = options;
    const runner = new ProcedureRunner(router);
    this.clock = options.clock ?? new FakeServerClock();
    this.outbox = new Outbox(this.socket, this.clock, DEFAULT_OUTBOX_LIMITS, this);
    this.#run = options.run ?? ((run) => runner.run(run));
    this.dialect = options.dialect ?? nativeDialect;
    this.#metas = new ProcedureMetaReader(router);
    const store = options.store ?? createMemoryIdempotencyStore({ clock: this.clock });
    this.mutations =
      options.mutations ?? new MutationDesk({ clock: this.clock, store, limits: DEFAULT_MUTATION_LIMITS });
    this.runs = options.runs ?? createFakeRuns(this.clock, (run) => runner.runMiddlewares(run), options.resume);
    this.contract = options.contract;
    this.directory = new ProcedureDirectory(router);
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.maxQueuedEvents = options.maxQueuedEvents ?? 1024;
    this.session = {
      context: {},
      codecs: createRouterCodecs(router),
      payload: 'transformed',
      takesParts: false,
      contract: null,
    };
    this.observer = new Observer(options.observation ?? {});
    this.watch = new ConnectionWatch(this.observer, this.clock, this.dialect.name, { peerAddress: undefined });
    const tell = ({ type, path, error }: ErrorNotice): unknown =>
      this.notices.push(`${type} ${path ?? ''}: ${error.message}`);
    this.errors = new ErrorReporter(router, tell, this.observer);
  }

  /** Answers at once. */
  readonly sink: ReplySink = {
    answer: (frame, onSent) => {
      this.outbox.send(frame);
      onSent?.();
    },
  };

  run(run: ProcedureRun): Promise<unknown> {
    return this.#run(run);
  }

  policiesOf(path: string): TrunklinePolicies {
    return this.#metas.policiesOf(path);
  }

  giveUp(reason: string): void {
    this.violations.push(reason);
  }

  settled(call: Running): void {
    this.endedCount += 1;
    this.calls.delete(call);
  }

  ended(subscription: Subscription): void {
    this.endedCount += 1;
    this.subscriptions.delete(subscription);
  }

  authenticate(message: Authenticate): void {
    this.violations.push(`auth ${JSON.stringify(message.connectionParams)}`);
  }

  violate(message: string): void {
    this.violations.push(message);
  }

  /** Lets everything happen that can, and gives what was said since the last time, a frame a line. */
  async said(): Promise<readonly string[]> {
    await this.clock.settle();
    const frames = this.socket.frames.map((frame) => frame.replaceAll('"jsonrpc":"2.0",', ''));
    return frames.slice(this.#saidCount, (this.#saidCount = frames.length));
  }

  #saidCount = 0;
}

/** What subscriptions share, with runs that are named `run`, `run2` and so on. */
export function createFakeRuns(
  clock: Clock,
  runMiddlewares: RunService['runMiddlewares'],
  limits: Partial<ResumeLimits> = {},
): RunService {
  let count = 0;
  return {
    shelf: new RunShelf({ ...DEFAULT_RESUME_LIMITS, ...limits }, clock),
    nameRun: () => ((count += 1) === 1 ? 'run' : `run${count}`),
    runMiddlewares,
    peerOf: (owner) => owner,
  };
}

/** The upgrade request of a peer. */
export function createRequest(headers: Readonly<Record<string, string>> = {}, url = '/'): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = url;
  Object.assign(request.headers, headers);
  return request;
}

/** A call as a native client makes it. */
export function createCall(members: Partial<Call> & Pick<Call, 'path'>): Call {
  return {
    type: 'call',
    id: 1,
    kind: undefined,
    input: undefined,
    deadlineMs: 0,
    key: undefined,
    sent: undefined,
    maxRate: undefined,
    credit: undefined,
    after: undefined,
    lastEventId: undefined,
    traceparent: undefined,
    shape: undefined,
    echoesJsonrpc: true,
    ...members,
  };
}
