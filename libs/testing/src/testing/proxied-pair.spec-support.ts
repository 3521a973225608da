import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createFaultProxy, type FaultProxy, type FaultProxyOptions } from '../faults/fault-proxy.js';
import type { ProxiedConnection } from '../faults/proxied-connection.js';

/** One end of a TCP connection, with everything it heard. */
export class Ear {
  readonly socket: Socket;
  byteCount = 0;
  readonly #chunks: Buffer[] = [];
  end: 'end' | 'reset' | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.byteCount += chunk.length;
    });
    socket.on('end', () => {
      this.end ??= 'end';
    });
    socket.on('error', () => {
      this.end = 'reset';
    });
  }

  get heard(): string {
    return this.bytes.toString('latin1');
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** A server that listens, and what leads to it. */
export class ProxiedPairs {
  readonly #server = createServer({ allowHalfOpen: true });
  readonly #sockets: Socket[] = [];
  proxy!: FaultProxy;

  async open(options: Omit<FaultProxyOptions, 'target'> = {}): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    this.proxy = await createFaultProxy({ ...options, target: { port: address.port } });
    return this;
  }

  /** Connects through the proxy. */
  async connect(): Promise<{ client: Ear; server: Ear; connection: ProxiedConnection }> {
    const arrived = once(this.#server, 'connection');
    const admitted = this.proxy.nextConnection();
    const client = connect({ port: this.proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    const [[server], connection] = await Promise.all([arrived as Promise<[Socket]>, admitted, once(client, 'connect')]);
    this.#sockets.push(client, server);
    return { client: new Ear(client), server: new Ear(server), connection };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.proxy.close();
    this.#server.close();
  }
}

/** Waits until something that real sockets bring about is so. */
export async function until(isSo: () => boolean): Promise<void> {
  const limit = AbortSignal.timeout(3000);
  while (!isSo()) {
    if (limit.aborted) throw new Error(`It never came about: ${String(isSo)}`);
    await turns(1);
  }
}

/** Lets I/O have so many turns. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
