import type { Socket } from 'node:net';
import { clearTimeout, setTimeout } from 'node:timers';
import { afterEach } from '@jest/globals';
import { createClient, stock, type TrunklineClient, trunkline } from '@trunkline/client';
import { type ServerClock, serve, systemClock } from '@trunkline/server';
import { BoardLog } from './board-log.js';
import { type BoardRouter, createBoardRouter } from './board-router.js';

export interface BoardScene {
  readonly log: BoardLog;
  readonly client: TrunklineClient<BoardRouter>;
  /** Cuts every connection without a closing handshake. */
  cut(): void;
}

export type DialectName = 'trunkline()' | 'stock()';

/**
 * Opens a server and a client with the page's own WebSocket, and closes both after each test.
 *
 * @param unmount takes down what is on the page, which comes first.
 */
export function useBoard(dialect: DialectName, unmount: () => void): () => Promise<BoardScene> {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    unmount();
    await Promise.all(endings.splice(0).map((end) => end()));
  });

  return async () => {
    const log = new BoardLog();
    const serving = await serve({
      router: createBoardRouter(log),
      port: 0,
      host: '127.0.0.1',
      origins: 'any',
      handleSignals: false,
      onError: () => undefined,
      clock: nodeClock,
    });
    const streams = new Set<Socket>();
    serving.httpServer.on('connection', (stream) => {
      streams.add(stream);
      stream.on('close', () => streams.delete(stream));
    });
    const client = createClient<BoardRouter>({
      url: serving.url,
      dialect: dialect === 'stock()' ? stock() : trunkline(),
      reconnect: { firstDelayMs: 5, maxDelayMs: 10 },
      WebSocket: globalThis.WebSocket,
    });
    endings.push(
      () => client.close({ timeoutMs: 0 }),
      () => serving.close({ timeoutMs: 0 }),
    );
    return {
      log,
      client,
      cut() {
        for (const stream of streams) stream.destroy();
      },
    };
  };
}

// The timers that jsdom gives to a page are not Node's.
const nodeClock: ServerClock = {
  ...systemClock,
  schedule(delayMs, action) {
    const timer = setTimeout(action, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
