import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, type IdempotencyStore, type TrunklineServer } from '@trunkline/server';
import { createChaosRouter } from './chaos-router.js';
import type { ChaosStage } from './chaos-world.js';
import { readCredentials } from './credentials.js';

/** Small enough to be reached in a run of a second. */
const OPTIONS = {
  heartbeatMs: 400,
  maxQueuedEvents: 16,
  expiryWarningMs: 60,
  outbox: { highWaterBytes: 16_384, lowWaterBytes: 4096, stallTimeoutMs: 600 },
  mutations: { leaseMs: 200, maxResultBytes: 100_000 },
} as const;

/** One life of a server, on a port of its own. */
export interface ChaosLife {
  readonly port: number;
  readonly server: TrunklineServer;
  /** Takes no new sockets. */
  shut(): void;
  /** Stops. @param timeoutMs for what runs. */
  stop(timeoutMs: number): Promise<void>;
  /** Resets every socket, as the end of a process does. */
  cut(): void;
}

/** @param idempotency what remembers mutations, where it outlives this server. */
export async function serveChaos(stage: ChaosStage, idempotency: IdempotencyStore | undefined): Promise<ChaosLife> {
  const http = createHttpServer();
  const sockets = new Set<Socket>();
  const closed = new Promise((resolve) => {
    http.once('close', resolve);
  });
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const server = createServer({
    ...OPTIONS,
    router: createChaosRouter(stage),
    createContext: ({ info }) => readCredentials(info.connectionParams),
    principal: ({ user }) => user,
    expiresAt: ({ expiresAt }) => expiresAt,
    onError: () => undefined,
    idempotency,
  });
  server.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    port: portOf(http),
    server,
    shut: () => void http.close(),
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async stop(timeoutMs) {
      http.close();
      await server.close({ timeoutMs });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function portOf(http: HttpServer): number {
  const address = http.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('A server of a run listens on a port.');
}
