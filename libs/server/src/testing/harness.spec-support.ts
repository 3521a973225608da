import { afterEach } from '@jest/globals';
import { createWSClient } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { WebSocket } from 'ws';
import { type ServeOptions, type Serving, serve } from '../serve.js';
import { type PeerOptions, RawPeer } from './raw-peer.spec-support.js';

type StockSocketOptions = Parameters<typeof createWSClient>[0];
type StockSocket = ReturnType<typeof createWSClient>;

/** Opens servers and peers on free ports, and closes them all after each test. */
export interface Harness {
  /** Serves a router on a free port of this machine. Errors are not printed unless the options say otherwise. */
  serve<Router extends AnyTRPCRouter>(options: ServeOptions<Router>): Promise<Serving>;
  /** Connects and waits for the handshake, without a first message. */
  connect(url: string, options?: PeerOptions): Promise<RawPeer>;
  /** Connects natively and says hello. */
  native(url: string, hello?: Readonly<Record<string, unknown>>): Promise<RawPeer>;
  /** Connects in the stock dialect. */
  stock(url: string): Promise<RawPeer>;
  /** The socket of an unchanged tRPC client, for its `wsLink`. */
  stockSocket(url: string, options?: Partial<StockSocketOptions>): StockSocket;
  /** Closes something else after the test, before what was opened earlier. */
  closeLater(close: () => unknown): void;
}

export function useHarness(): Harness {
  const closers: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  });
  const connect = async (url: string, options?: PeerOptions): Promise<RawPeer> => {
    const peer = new RawPeer(url, options);
    closers.push(() => peer.socket.terminate());
    return peer.opened();
  };
  return {
    async serve(options) {
      const serving = await serve({
        port: 0,
        host: '127.0.0.1',
        handleSignals: false,
        onError: () => undefined,
        ...options,
      });
      closers.push(() => serving.close({ timeoutMs: 1 }));
      return serving;
    },
    connect,
    async native(url, hello = {}) {
      const peer = await connect(url);
      await peer.answerTo(peer.request('rpc.hello', hello, 'hello'));
      peer.log.length = 0;
      return peer;
    },
    stock: (url) => connect(url, { subprotocols: [] }),
    stockSocket(url, options) {
      const socket = createWSClient({
        url,
        WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
        ...options,
      });
      closers.push(() => {
        // Its own `close` waits for calls without limit; a spec has seen what it wanted.
        void socket.close();
        socket.connection?.ws?.close();
      });
      return socket;
    },
    closeLater: (close) => void closers.push(close),
  };
}
