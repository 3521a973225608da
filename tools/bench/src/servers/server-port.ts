import type { Server as HttpServer } from 'node:http';
import type { Workload } from '../workload/workload.js';

/** How a variant is served. */
export interface ServerSettings {
  readonly superjson: boolean;
  readonly compression: boolean;
}

/**
 * What each file of this folder exports: puts the variant's server on an http server that does not listen yet. WebSockets
 * are served at `/rpc`.
 */
export type AttachServer = (
  http: HttpServer,
  settings: ServerSettings,
  workload: Workload,
) => Promise<ServerHandle | void> | ServerHandle | void;

/** What a server can do besides, if it can. */
export interface ServerHandle {
  /** Leaves in good order, for a deploy. */
  drain(times: DrainTimes): Promise<DrainResult>;
}

export interface DrainTimes {
  readonly deadlineMs: number;
  readonly spreadMs: number;
}

export interface DrainResult {
  /** Connections that were cut, because they were still there at the deadline. */
  readonly cutCount: number;
  readonly durationMs: number;
}

export interface ServerModule {
  readonly attachServer: AttachServer;
}
