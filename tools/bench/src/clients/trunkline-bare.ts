import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientModule } from './client-port.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly error?: unknown;
}

/**
 * A peer that wants nothing of delivery: it grants everything, acknowledges nothing, and reads a generator that is not
 * kept for it. What it costs the server is what an event costs there without flow control and resume.
 */
export const connect: ClientModule['connect'] = async ({ address, superjson }) => {
  const socket = new WebSocket(`ws://${address}/rpc`, 'trunkline.v1');
  await once(socket, 'open');
  let read: (message: Message) => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The server of this benchmark sends nothing else.
    read(JSON.parse(data.toString()) as Message);
  });
  let lastId = 0;
  const request = (method: string, params: unknown): number => {
    lastId += 1;
    socket.send(JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params }));
    return lastId;
  };
  request('rpc.hello', { payload: superjson ? 'transformed' : 'json' });
  return {
    call: (name) => Promise.reject(new Error(`The bare peer makes no calls, not "${name}" either.`)),
    subscribe: (name, input, onEvent) => ({
      ended: new Promise((resolve, reject) => {
        if (name !== 'burst') throw new Error(`The bare peer reads "burst" alone, not "${name}".`);
        const id = request('unkept', { input: superjson ? { json: input } : input });
        read = (message) => {
          if (message.method === 'rpc.next') onEvent(message);
          else if (message.method === 'rpc.end') resolve();
          else if (message.id === id && message.error !== undefined) reject(new Error(JSON.stringify(message.error)));
        };
      }),
    }),
    close: () => socket.terminate(),
  };
};
