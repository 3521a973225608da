import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { SocketFactory } from './socket-factory.js';

let http: Server;
let wss: WebSocketServer;
let url: string;

beforeEach(async () => {
  http = createServer();
  wss = new WebSocketServer({ server: http });
  wss.on('connection', (socket, { headers }) => socket.send(String(headers['x-a'])));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It listens on a port.
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(() => {
  for (const socket of wss.clients) socket.terminate();
  wss.close();
  http.close();
});

function open(
  factory: SocketFactory,
  address: string,
): Promise<{ readonly text?: unknown; readonly reason?: unknown }> {
  const socket = new factory.WebSocket(address);
  return new Promise((resolve) => {
    socket.onmessage = (event: { data: unknown }) => resolve({ text: event.data });
    socket.onclose = (event: { reason: unknown }) => resolve({ reason: event.reason });
  });
}

describe('SocketFactory', () => {
  it('sends headers, and hands out frames as they are adapted', async () => {
    const factory = new SocketFactory({ headers: { 'X-A': 'tea' }, adapt: (text) => `${text}!` });
    expect(await open(factory, url)).toEqual({ text: 'tea!' });
    const closed = Promise.all([...wss.clients].map((socket) => once(socket, 'close')));
    factory.dropAll();
    await closed;
  });

  it('says why there is no connection', async () => {
    const factory = new SocketFactory({ headers: {}, adapt: (text) => text });
    expect(await open(factory, 'ws://127.0.0.1:1')).toEqual({ reason: expect.stringContaining('ECONNREFUSED') });
  });
});
