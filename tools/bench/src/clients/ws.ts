import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientModule } from './client-port.js';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly event?: unknown;
  readonly ended?: boolean;
}

interface Waiting {
  readonly settle: (result: unknown) => void;
  readonly onEvent?: (event: unknown) => void;
}

/** `ws` used plainly: a table of promises by number. */
export const connect: ClientModule['connect'] = async ({ address }) => {
  const socket = new WebSocket(`ws://${address}/rpc`, { perMessageDeflate: true });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The server of this benchmark sends nothing else.
    const answer = JSON.parse(data.toString()) as Answer;
    const entry = waiting.get(answer.id);
    if (entry === undefined) return;
    if ('event' in answer) return entry.onEvent?.(answer.event);
    waiting.delete(answer.id);
    entry.settle(answer.result);
  });
  const send = (method: string, input: unknown, onEvent?: (event: unknown) => void): Promise<unknown> =>
    new Promise((settle) => {
      lastId += 1;
      waiting.set(lastId, onEvent === undefined ? { settle } : { settle, onEvent });
      socket.send(JSON.stringify({ id: lastId, method, input }));
    });
  await once(socket, 'open');
  return {
    call: (name, input) => send(name, input),
    subscribe: (name, input, onEvent) => ({ ended: send(name, input, onEvent).then(() => undefined) }),
    close: () => socket.terminate(),
  };
};
