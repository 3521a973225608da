import type { IncomingMessage } from 'node:http';
import type { Hello, Limits } from '@trunkline/protocol';
import type { AuthorityPolicy } from '../authority/read-standing.js';
import type { ServerClock } from '../clock.js';
import type { ServedContract } from '../contract/served-contract.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { MutationDesk } from '../idempotency/mutation-desk.js';
import type { Observer } from '../observation/observer.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { ProcedureDirectory } from '../router/procedure-directory.js';
import type { ProcedureMetaReader } from '../router/procedure-meta.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import type { RouterCodecs } from '../router/router-codecs.js';
import type { SocketPort } from '../sockets/socket-port.js';
import type { RunService } from '../subscription/run-service.js';
import type { OutboxLimits } from './outbox.js';

/** What all connections of a server share. */
export interface ConnectionService {
  readonly clock: ServerClock;
  readonly authority: AuthorityPolicy;
  /** What generated clients are held to; undefined for nothing. */
  readonly contract: ServedContract | undefined;
  readonly directory: ProcedureDirectory;
  readonly metas: ProcedureMetaReader;
  readonly mutations: MutationDesk;
  readonly errors: ErrorReporter;
  readonly observer: Observer;
  readonly limits: Limits;
  readonly outboxLimits: OutboxLimits;
  readonly helloTimeoutMs: number;
  readonly contextTimeoutMs: number;
  readonly expiryWarningMs: number;
  readonly maxQueuedEvents: number;
  readonly routerCodecs: RouterCodecs;
  readonly plainCodecs: RouterCodecs;
  readonly identity: { readonly name: string; readonly version: string };
  readonly runs: RunService;
  run(run: ProcedureRun): Promise<unknown>;
}

/** What is particular to one connection. */
export interface ConnectionParts {
  readonly socket: SocketPort;
  readonly dialect: ServerDialect;
  /** The upgrade request, for as long as somebody may ask for it. */
  readonly request: IncomingMessage | undefined;
  /** The name of the address that the connection counts under. */
  readonly address: string;
  /** The address of the peer, as notices show it. */
  readonly peerAddress: string | undefined;
  /** Whether the peer has something to say before its context can be made. */
  readonly greets: boolean;
  /** Makes the context; the signal aborts when the connection is gone. */
  createContext(connectionParams: Hello['connectionParams'], abortion: { readonly signal: AbortSignal }): unknown;
  /** The first context is there: what only makes contexts can be let go of, where there will be no other. */
  hasContext(): void;
  /** The connection is gone for good. */
  onClosed(): void;
}
