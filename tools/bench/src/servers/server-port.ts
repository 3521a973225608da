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
export type AttachServer = (http: HttpServer, settings: ServerSettings, workload: Workload) => Promise<void> | void;

export interface ServerModule {
  readonly attachServer: AttachServer;
}
