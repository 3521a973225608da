import { once } from 'node:events';
import { WebSocket } from 'ws';
import { loadPackage } from './load-package.mjs';

const { createClient } = await loadPackage('graphql-ws');

const item = '{ id name priceCents isInStock tags updatedAt }';
const queries = {
  item: `query ($id: Int) { item(id: $id) ${item} }`,
  listing: `query ($id: Int) { listing(id: $id) ${item} }`,
  burst: 'subscription ($count: Int) { burst(count: $count) { sequence symbol bid ask at } }',
  bulk: 'subscription ($count: Int) { bulk(count: $count) { text } }',
  idle: 'subscription ($count: Int) { idle(count: $count) }',
};

export async function connect({ address }) {
  const opened = new EventTarget();
  const ready = once(opened, 'connected');
  const client = createClient({
    url: `ws://${address}/rpc`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    on: { connected: () => opened.dispatchEvent(new Event('connected')) },
    // Told of a connection that is cut on purpose.
    onNonLazyError: () => undefined,
  });
  await ready;
  const run = (name, variables, next) =>
    new Promise((resolve, reject) => {
      client.subscribe({ query: queries[name], variables }, { next, error: reject, complete: resolve });
    });
  return {
    async call(name, input) {
      let result;
      await run(name, input, (answer) => {
        result = answer.data;
      });
      return result;
    },
    subscribe: (name, input, onEvent) => ({ ended: run(name, input, onEvent) }),
    close: () => client.terminate(),
  };
}
