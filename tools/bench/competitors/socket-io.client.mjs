import { once } from 'node:events';
import { loadPackage } from './load-package.mjs';

const { io } = await loadPackage('socket.io-client');

export async function connect({ address }) {
  const socket = io(`ws://${address}`, {
    path: '/rpc',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  const streams = new Map();
  let lastId = 0;
  socket.on('event', (id, event) => streams.get(id)?.onEvent(event));
  socket.on('ended', (id) => streams.get(id)?.resolve());
  await once(socket, 'connect');
  return {
    call: (name, input) => new Promise((resolve) => socket.emit(name, input, resolve)),
    subscribe: (name, input, onEvent) => ({
      ended: new Promise((resolve) => {
        lastId += 1;
        streams.set(lastId, { onEvent, resolve });
        socket.emit('stream', lastId, name, input);
      }),
    }),
    close: () => socket.disconnect(),
  };
}
