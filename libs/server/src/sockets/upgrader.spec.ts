import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import type { AddressRoom } from '../admission/address-table.js';
import { Upgrader, type UpgraderOptions } from './upgrader.js';

const closers: (() => void)[] = [];

async function listening(): Promise<{ httpServer: Server; port: number }> {
  const httpServer = createServer((_request, response) => response.writeHead(418).end());
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  closers.push(() => httpServer.close());
  return { httpServer, port: (httpServer.address() as AddressInfo).port };
}

const ROOMY = { roomFor: (): AddressRoom => 'free', maxPerAddress: 7 };

function createUpgrader(options: Partial<UpgraderOptions> = {}) {
  const accepted: string[] = [];
  const sockets: WebSocket[] = [];
  const refusals: number[] = [];
  const refused = (_request: IncomingMessage, status: number): unknown => refusals.push(status);
  const upgrader = new Upgrader(
    { maxMessageBytes: 1000, compression: false, addresses: ROOMY, refused, ...options },
    (socket, request) => {
      socket.on('error', () => undefined);
      accepted.push(request.url ?? '');
      sockets.push(socket);
      closers.push(() => socket.terminate());
    },
  );
  return { upgrader, accepted, sockets, refusals };
}

function open(port: number, path: string, subprotocols: string[] = []): WebSocket {
  const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, subprotocols);
  client.on('error', () => undefined);
  closers.push(() => client.terminate());
  return client;
}

async function statusOf(client: WebSocket): Promise<number | undefined> {
  const [, response] = (await once(client, 'unexpected-response')) as [unknown, IncomingMessage];
  return response.statusCode;
}

describe('Upgrader', () => {
  afterEach(() => {
    for (const close of closers.splice(0).toReversed()) close();
  });

  it('takes the sockets of its path, whatever their query, and refuses others', async () => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted, refusals } = createUpgrader();
    upgrader.attach(httpServer, '/rpc');
    await once(open(port, '/rpc?a=1'), 'open');
    expect(accepted).toEqual(['/rpc?a=1']);
    expect(await statusOf(open(port, '/other'))).toBe(404);
    expect(await statusOf(open(port, '/rpc/'))).toBe(404);
    expect(accepted).toHaveLength(1);
    expect(refusals).toEqual([404, 404]);
  });

  it('takes the sockets of every path where it is given none', async () => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted } = createUpgrader();
    upgrader.attach(httpServer, undefined);
    await once(open(port, '/anything'), 'open');
    expect(accepted).toEqual(['/anything']);
  });

  it.each([
    ['//', 'localhost'],
    ['/rpc', 'a b'],
    ['/rpc', ''],
  ])('answers 400 to an upgrade of %p on the Host %p', async (target, host) => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted, refusals } = createUpgrader();
    upgrader.attach(httpServer, undefined);
    const socket = connect(port, '127.0.0.1');
    closers.push(() => socket.destroy());
    const head = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
    socket.write(`${head}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(accepted).toEqual([]);
    expect(refusals).toEqual([400]);
  });

  it('leaves the paths of others to them', async () => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted } = createUpgrader();
    const theirs = new WebSocketServer({ noServer: true });
    upgrader.attach(httpServer, '/rpc');
    httpServer.on('upgrade', (request, socket, head) => {
      if (request.url === '/theirs')
        theirs.handleUpgrade(request, socket, head, (taken) => closers.push(() => taken.terminate()));
    });
    await once(open(port, '/theirs'), 'open');
    expect(accepted).toEqual([]);
  });

  it('serves a path each for several of its kind, and refuses what none of them serves', async () => {
    const { httpServer, port } = await listening();
    const [first, second] = [createUpgrader(), createUpgrader()];
    first.upgrader.attach(httpServer, '/first');
    second.upgrader.attach(httpServer, '/second');
    for (const path of ['/first', '/second']) {
      const client = open(port, path);
      await once(client, 'open');
      client.ping();
      await once(client, 'pong');
    }
    expect(await statusOf(open(port, '/third'))).toBe(404);
    expect([first.accepted, second.accepted]).toEqual([['/first'], ['/second']]);
  });

  it('takes no more sockets once it is detached, and keeps those that are open', async () => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted, sockets } = createUpgrader();
    const detach = upgrader.attach(httpServer, undefined);
    await once(open(port, '/'), 'open');
    detach();
    detach();
    expect(await statusOf(open(port, '/'))).toBe(418);
    expect(accepted).toHaveLength(1);
    expect(sockets[0]?.readyState).toBe(WebSocket.OPEN);
  });

  it('takes the sockets of a WebSocketServer, and closes those of a path that nobody serves', async () => {
    const { httpServer, port } = await listening();
    const { upgrader, accepted } = createUpgrader();
    const theirs = new WebSocketServer({ server: httpServer });
    upgrader.attach(theirs, '/rpc');
    await once(open(port, '/rpc'), 'open');
    expect(accepted).toEqual(['/rpc']);
    expect((await once(open(port, '/other'), 'close'))[0]).toBe(4000);
  });

  it.each([
    [['trunkline.v1'], 'trunkline.v1'],
    [['other', 'trunkline.v1'], 'trunkline.v1'],
    [['trunkline.v9'], 'trunkline.v9'],
    [[], ''],
  ])('completes an upgrade that offers %p with %p', async (offered, selected) => {
    const { httpServer, port } = await listening();
    createUpgrader().upgrader.attach(httpServer, undefined);
    const client = open(port, '/', offered);
    await once(client, 'open');
    expect(client.protocol).toBe(selected);
  });

  it('closes a message that is too large with 1009', async () => {
    const { httpServer, port } = await listening();
    createUpgrader({ maxMessageBytes: 10 }).upgrader.attach(httpServer, undefined);
    const client = open(port, '/');
    await once(client, 'open');
    client.send('x'.repeat(11));
    expect((await once(client, 'close'))[0]).toBe(1009);
  });

  it.each([true, false])('compresses when it is told to: %p', async (compression) => {
    const { httpServer, port } = await listening();
    createUpgrader({ compression }).upgrader.attach(httpServer, undefined);
    const client = open(port, '/');
    await once(client, 'open');
    expect(client.extensions.includes('permessage-deflate')).toBe(compression);
  });
});
