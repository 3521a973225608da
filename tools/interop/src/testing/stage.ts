import { afterEach } from '@jest/globals';
import type { InteropClient, InteropClientOptions } from './interop-client.js';
import { InteropLog } from './interop-log.js';
import { createInteropRouter } from './interop-router.js';
import { type InteropServer, startInteropServer } from './interop-server.js';
import { type Cell, createInteropClient } from './matrix.js';

/** Opens the servers and clients of one cell, and closes them all after each test. */
export interface Stage {
  /** A server and a client that knows its address. */
  open(options?: Partial<InteropClientOptions>): Promise<Scene>;
  /** Serves at a port that was served before. */
  serveAgain(scene: Scene): Promise<InteropServer>;
}

export interface Scene {
  readonly log: InteropLog;
  readonly server: InteropServer;
  readonly client: InteropClient;
}

export function useStage(cell: Cell): Stage {
  const endings: (() => Promise<void>)[] = [];
  const logs: InteropLog[] = [];

  afterEach(async () => {
    for (const log of logs.splice(0)) log.finish();
    // Clients first, so that none comes back to a server that is leaving.
    await Promise.all(endings.splice(0).map((end) => end()));
  });

  const serve = async (log: InteropLog, port?: number): Promise<InteropServer> => {
    const router = createInteropRouter(cell.transformation, log);
    const server = await startInteropServer({ kind: cell.server, router, log, port });
    endings.push(() => server.stop());
    return server;
  };
  return {
    async open(options) {
      const log = new InteropLog();
      logs.push(log);
      const server = await serve(log);
      const client = createInteropClient(cell, { url: server.url, ...options });
      endings.unshift(() => client.stop());
      return { log, server, client };
    },
    serveAgain: ({ log, server }) => serve(log, server.port),
  };
}
