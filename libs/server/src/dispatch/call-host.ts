import type { IncomingMessage } from 'node:http';
import type { ServerClock } from '../clock.js';
import type { Outbox } from '../connection/outbox.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { ConnectionWatch } from '../observation/connection-watch.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import type { Running } from './call-table.js';

/** What a running call or subscription sees of its connection. */
export interface CallHost {
  readonly clock: ServerClock;
  readonly dialect: ServerDialect;
  readonly errors: ErrorReporter;
  readonly outbox: Outbox;
  /** Is told of everything that happens. */
  readonly watch: ConnectionWatch;
  /** The upgrade request of the connection, for as long as somebody may ask for it. */
  readonly request: IncomingMessage | undefined;
  /** Runs a procedure. */
  run(run: ProcedureRun): Promise<unknown>;
  /** The call is over: its place in the table is free. */
  settled(call: Running): void;
}
