import { once } from 'node:events';
import { NATIVE_SUBPROTOCOL } from '@trunkline/protocol';
import { WebSocketServer } from 'ws';
import { ScriptedPeer } from './scripted-peer.js';

/** A real WebSocket server on a free port that says nothing unless a test makes it. */
export interface ScriptedServer {
  readonly port: number;
  readonly url: string;
  /** The next connection, in the order in which they come; also one that came before it was asked for. */
  nextPeer(): Promise<ScriptedPeer>;
  /** Takes the next connection and its `rpc.hello`, and welcomes it. */
  welcomePeer(): Promise<ScriptedPeer>;
  /** Cuts what is open and stops listening. */
  close(): Promise<void>;
}

/** Opens a scripted server on 127.0.0.1, for clients of either dialect. */
export async function createScriptedServer(): Promise<ScriptedServer> {
  const wss = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => (offered.has(NATIVE_SUBPROTOCOL) ? NATIVE_SUBPROTOCOL : false),
  });
  const arrived: ScriptedPeer[] = [];
  const waiters: ((peer: ScriptedPeer) => void)[] = [];
  wss.on('connection', (socket) => {
    const peer = new ScriptedPeer(socket);
    const waiter = waiters.shift();
    if (waiter === undefined) arrived.push(peer);
    else waiter(peer);
  });
  await once(wss, 'listening');
  const address = wss.address();
  if (address === null || typeof address === 'string') throw new Error('A scripted server listens on a port.');
  const nextPeer = (): Promise<ScriptedPeer> => {
    const peer = arrived.shift();
    if (peer !== undefined) return Promise.resolve(peer);
    return new Promise((resolve) => {
      waiters.push(resolve);
    });
  };
  return {
    port: address.port,
    url: `ws://127.0.0.1:${address.port}`,
    nextPeer,
    async welcomePeer() {
      const peer = await nextPeer();
      const hello = await peer.hearRequest('rpc.hello');
      peer.answer(hello['id'], { server: { name: 'scripted', version: '1' }, limits: {}, features: [] });
      return peer;
    },
    async close() {
      const closed = new Promise((resolve) => {
        wss.close(resolve);
      });
      for (const socket of wss.clients) socket.terminate();
      await closed;
    },
  };
}
