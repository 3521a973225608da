import { WebSocketServer } from 'ws';
import { loadPackage } from './load-package.mjs';

const { os } = await loadPackage('@orpc/server');
const { RPCHandler } = await loadPackage('@orpc/server/ws');

/** oRPC with its adapter for `ws`, which has a serializer of its own. */
export function attachServer(http, { compression }, workload) {
  const { itemInput, streamInput, findItem, listItems, burst, bulk, idle } = workload;
  const handler = new RPCHandler({
    item: os.input(itemInput).handler(({ input }) => findItem(input.id)),
    listing: os.input(itemInput).handler(({ input }) => listItems(input.id)),
    burst: os.input(streamInput).handler(({ input }) => burst(input.count)),
    bulk: os.input(streamInput).handler(({ input }) => bulk(input.count)),
    idle: os.input(streamInput).handler(({ signal }) => idle(signal)),
  });
  const server = new WebSocketServer({ server: http, path: '/rpc', perMessageDeflate: compression });
  server.on('connection', (socket) => void handler.upgrade(socket, { context: {} }));
}
