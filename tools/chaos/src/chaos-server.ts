import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { createServer, type TrunklineServer } from '@trunkline/server';
import { createChaosRouter } from './chaos-router.js';
import type { ChaosWorld } from './chaos-world.js';

/** Small enough to be reached in a run of a second. */
const OPTIONS = {
  heartbeatMs: 400,
  maxQueuedEvents: 16,
  outbox: { highWaterBytes: 16_384, lowWaterBytes: 4096, stallTimeoutMs: 600 },
} as const;

/** A port where nobody serves. */
const NO_PORT = 1;

/**
 * A real server that goes away and comes back. Each life has a port of its own, because the old one may be another's by then;
 * proxies ask for it with each connection, so to clients it is one address.
 */
export class ChaosServer {
  readonly #world: ChaosWorld;
  readonly #sockets = new Set<Socket>();
  #http: HttpServer | undefined;
  #server: TrunklineServer | undefined;
  #port = NO_PORT;

  constructor(world: ChaosWorld) {
    this.#world = world;
  }

  /** Where it listens now. */
  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    const http = createHttpServer();
    http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server = createServer({
      ...OPTIONS,
      router: createChaosRouter(this.#world),
      createContext: () => ({}),
      onError: () => undefined,
    });
    this.#server.attach(http);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    this.#http = http;
    const address = http.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  /** Stops as a deploy does: what runs may finish. */
  leave(): Promise<void> {
    return this.#stop(150);
  }

  /** Is replaced as in a rolling deploy: the next server listens while this one sends its clients there. */
  async drain(): Promise<void> {
    const [http, server] = [this.#http, this.#server];
    http?.close();
    await this.start();
    await server?.drain({ deadlineMs: 300, spreadMs: 60 });
    await server?.close({ timeoutMs: 0 });
  }

  /** Stops as a process does that is killed: nothing is said. */
  crash(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    return this.#stop(0);
  }

  async #stop(timeoutMs: number): Promise<void> {
    const [http, server] = [this.#http, this.#server];
    this.#http = this.#server = undefined;
    this.#port = NO_PORT;
    if (http === undefined || server === undefined) return;
    const closed = once(http, 'close');
    http.close();
    await server.close({ timeoutMs });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
