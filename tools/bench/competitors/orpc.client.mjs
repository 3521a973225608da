import { once } from 'node:events';
import { WebSocket } from 'ws';
import { loadPackage } from './load-package.mjs';

const { createORPCClient } = await loadPackage('@orpc/client');
const { RPCLink } = await loadPackage('@orpc/client/websocket');

export async function connect({ address }) {
  const websocket = new WebSocket(`ws://${address}/rpc`);
  await once(websocket, 'open');
  const client = createORPCClient(new RPCLink({ websocket }));
  const read = async (name, input, onEvent) => {
    for await (const event of await client[name](input)) onEvent(event);
  };
  return {
    call: (name, input) => client[name](input),
    subscribe: (name, input, onEvent) => ({ ended: read(name, input, onEvent) }),
    close: () => websocket.terminate(),
  };
}
