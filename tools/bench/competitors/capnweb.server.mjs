import { WebSocket, WebSocketServer } from 'ws';
import { loadPackage } from './load-package.mjs';

// It looks for the platform's WebSocket, which Node 20 lacks.
Object.assign(globalThis, { WebSocket });

const { newWebSocketRpcSession, RpcTarget } = await loadPackage('capnweb');

/** Cap'n Web; it has no subscriptions, so the client hands over a function that is called with each event. */
export function attachServer(http, { compression }, workload) {
  const { itemInput, streamInput, findItem, listItems, burst, bulk, idle } = workload;
  class Api extends RpcTarget {
    item(input) {
      return findItem(itemInput.parse(input).id);
    }
    listing(input) {
      return listItems(itemInput.parse(input).id);
    }
    burst(input, onEvent) {
      return hand(burst(streamInput.parse(input).count), onEvent);
    }
    bulk(input, onEvent) {
      return hand(bulk(streamInput.parse(input).count), onEvent);
    }
    idle(_input, onEvent) {
      return hand(idle(undefined), onEvent);
    }
  }
  const server = new WebSocketServer({ server: http, path: '/rpc', perMessageDeflate: compression });
  server.on('connection', (socket) => void newWebSocketRpcSession(socket, new Api()));
}

async function hand(stream, onEvent) {
  for await (const event of stream) onEvent(event)[Symbol.dispose]();
}
