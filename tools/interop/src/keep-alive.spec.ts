import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { InteropLog } from './testing/interop-log.js';
import { createInteropRouter } from './testing/interop-router.js';
import { startInteropServer } from './testing/interop-server.js';
import { cells, createInteropClient, isNative } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { until } from './testing/until.js';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const stockServed = cells.filter(
  (cell) => cell.server === 'applyWSSHandler' && cell.transformation === 'none' && !isNative(cell),
);

describe.each(stockServed)("The keep-alive of tRPC's server to $client", (cell) => {
  it('is answered, so that the connection stays', async () => {
    const log = new InteropLog();
    const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(wss, 'listening');
    let pongCount = 0;
    wss.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        if (data.toString() === 'PONG') pongCount += 1;
      });
    });
    applyWSSHandler({
      wss,
      router: createInteropRouter('none', log),
      createContext: () => ({ token: undefined }),
      keepAlive: { enabled: true, pingMs: 2, pongWaitMs: 3000 },
    });
    const client = createInteropClient(cell, { url: `ws://127.0.0.1:${(wss.address() as AddressInfo).port}` });
    endings.push(
      () => client.stop(),
      () => {
        for (const socket of wss.clients) socket.terminate();
        wss.close();
      },
    );
    const recording = new Recording();
    client.subscribe('live.ticks', undefined, recording.callbacks);
    await until(() => pongCount >= 3);
    expect(recording.log).toEqual(['started', 1, 2]);
    expect(await client.query('optional')).toBe('nothing');
  });
});

describe.each(['our server', 'applyWSSHandler'] as const)('The keep-alive of wsLink to %s', (kind) => {
  it('is answered, so that the connection stays', async () => {
    const log = new InteropLog();
    const server = await startInteropServer({ kind, router: createInteropRouter('none', log), log });
    let pongCount = 0;
    class CountingSocket extends WebSocket {
      constructor(url: string) {
        super(url);
        this.on('message', (data: Buffer) => {
          if (data.toString() === 'PONG') pongCount += 1;
        });
      }
    }
    const socket = createWSClient({
      url: server.url,
      WebSocket: CountingSocket as unknown as typeof globalThis.WebSocket,
      keepAlive: { enabled: true, intervalMs: 5, pongTimeoutMs: 3000 },
    });
    const client = createTRPCUntypedClient({ links: [wsLink({ client: socket })] });
    endings.push(
      () => void socket.close(),
      () => server.stop(),
    );
    await until(() => pongCount >= 3);
    expect(await client.query('optional')).toBe('nothing');
    expect(log.contextCount).toBe(1);
  });
});
