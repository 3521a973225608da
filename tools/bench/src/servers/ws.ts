import { type WebSocket, WebSocketServer } from 'ws';
import { findItem, itemInput, listItems, streamInput } from '../workload/item.js';
import { bulk, burst, idle } from '../workload/streams.js';
import type { AttachServer } from './server-port.js';

interface Request {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

const calls: Readonly<Record<string, (input: unknown) => unknown>> = {
  item: (input) => findItem(itemInput.parse(input).id),
  listing: (input) => listItems(itemInput.parse(input).id),
};

const streams: Readonly<Record<string, (input: unknown, signal: AbortSignal) => AsyncIterable<unknown>>> = {
  burst: (input) => burst(streamInput.parse(input).count),
  bulk: (input) => bulk(streamInput.parse(input).count),
  idle: (_input, signal) => idle(signal),
};

/** `ws` used plainly: parse, validate the input, look up, stringify, and one `send` for each message. */
export const attachServer: AttachServer = (http, { compression }) => {
  const server = new WebSocketServer({ server: http, path: '/rpc', perMessageDeflate: compression });
  server.on('connection', (socket) => {
    // Each stream listens for the end of its connection, and a connection may have any number.
    socket.setMaxListeners(0);
    socket.on('message', (data: Buffer) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Its only peers are the benchmark's own clients.
      const { id, method, input } = JSON.parse(data.toString()) as Request;
      const call = calls[method];
      if (call !== undefined) return socket.send(JSON.stringify({ id, result: call(input) }));
      void sendEvents(socket, id, method, input);
    });
  });
};

async function sendEvents(socket: WebSocket, id: number, method: string, input: unknown): Promise<void> {
  const controller = new AbortController();
  socket.once('close', () => controller.abort());
  const stream = streams[method];
  if (stream === undefined) throw new Error(`The plain server has no "${method}".`);
  for await (const event of stream(input, controller.signal)) socket.send(JSON.stringify({ id, event }));
  socket.send(JSON.stringify({ id, ended: true }));
}
