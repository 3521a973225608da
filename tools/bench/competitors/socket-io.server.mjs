import { loadPackage } from './load-package.mjs';

const { Server } = await loadPackage('socket.io');

/** socket.io with acknowledgements for calls, over WebSockets only. */
export function attachServer(http, { compression }, workload) {
  const { itemInput, streamInput, findItem, listItems, burst, bulk, idle } = workload;
  const io = new Server(http, { path: '/rpc', transports: ['websocket'], perMessageDeflate: compression });
  const streams = {
    burst: ({ count }) => burst(count),
    bulk: ({ count }) => bulk(count),
    idle: (_, signal) => idle(signal),
  };
  io.on('connection', (socket) => {
    const controller = new AbortController();
    socket.on('disconnect', () => controller.abort());
    socket.on('item', (input, answer) => answer(findItem(itemInput.parse(input).id)));
    socket.on('listing', (input, answer) => answer(listItems(itemInput.parse(input).id)));
    socket.on('stream', async (id, name, input) => {
      for await (const event of streams[name](streamInput.parse(input), controller.signal))
        socket.emit('event', id, event);
      socket.emit('ended', id);
    });
  });
}
