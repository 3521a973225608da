import { once } from 'node:events';
import { WebSocket } from 'ws';
import { loadPackage } from './load-package.mjs';

// It looks for the platform's WebSocket, which Node 20 lacks.
Object.assign(globalThis, { WebSocket });

const { newWebSocketRpcSession } = await loadPackage('capnweb');

export async function connect({ address }) {
  const socket = new WebSocket(`ws://${address}/rpc`);
  await once(socket, 'open');
  const api = newWebSocketRpcSession(socket);
  return {
    call: (name, input) => api[name](input),
    subscribe: (name, input, onEvent) => ({ ended: api[name](input, (event) => void onEvent(event)) }),
    close: () => socket.terminate(),
  };
}
