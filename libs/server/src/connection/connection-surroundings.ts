import type { IncomingMessage } from 'node:http';
import type { Limits } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import type { ServedContract } from '../contract/served-contract.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { MutationDesk } from '../idempotency/mutation-desk.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { ProcedureDirectory } from '../router/procedure-directory.js';
import type { TrunklinePolicies } from '../router/procedure-meta.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import type { RunService } from '../subscription/run-service.js';
import type { ConnectionParts, ConnectionService } from './connection-parts.js';

/**
 * What a connection hands on of its server and its socket. It is read where it is, because a server holds tens of thousands
 * of idle connections, and each would keep a copy.
 */
export abstract class ConnectionSurroundings {
  protected readonly service: ConnectionService;
  protected readonly parts: ConnectionParts;

  constructor(service: ConnectionService, parts: ConnectionParts) {
    this.service = service;
    this.parts = parts;
  }

  get clock(): ServerClock {
    return this.service.clock;
  }

  get contract(): ServedContract | undefined {
    return this.service.contract;
  }

  get directory(): ProcedureDirectory {
    return this.service.directory;
  }

  get errors(): ErrorReporter {
    return this.service.errors;
  }

  get limits(): Limits {
    return this.service.limits;
  }

  get maxQueuedEvents(): number {
    return this.service.maxQueuedEvents;
  }

  get mutations(): MutationDesk {
    return this.service.mutations;
  }

  get runs(): RunService {
    return this.service.runs;
  }

  get dialect(): ServerDialect {
    return this.parts.dialect;
  }

  /** The upgrade request, for as long as somebody may ask for it. */
  get request(): IncomingMessage | undefined {
    return this.parts.request;
  }

  /** The name of the address that the connection counts under. */
  get address(): string {
    return this.parts.address;
  }

  run(run: ProcedureRun): Promise<unknown> {
    return this.service.run(run);
  }

  policiesOf(path: string): TrunklinePolicies {
    return this.service.metas.policiesOf(path);
  }
}
