import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type TrunklineServer } from '@trunkline/server';
import { createFuzzRouter } from './fuzz-router.js';
import { Neighbour } from './neighbour.js';
import { urlOf } from './url-of.js';

/** A pong without payload, from a client and so masked (RFC 6455, sections 5.3 and 5.5.3). */
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const MAX_PER_SECOND = 1000;

describe('A raw socket that sends pongs that nobody asked for', () => {
  let http: Server;
  let server: TrunklineServer;
  let socket: Socket;

  beforeEach(async () => {
    http = createHttpServer();
    const limits = { maxMessagesPerSecond: MAX_PER_SECOND, maxMessageBurst: MAX_PER_SECOND };
    server = createServer({ router: createFuzzRouter().router, limits });
    server.attach(http);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    socket = await upgrade(new URL(urlOf(http)));
  });

  afterEach(async () => {
    socket.destroy();
    await server.close({ timeoutMs: 1 });
    http.close();
  });

  it('is closed with 4104 when there are far too many, and its neighbour is served', async () => {
    const neighbour = new Neighbour(urlOf(http));
    await neighbour.greet();
    const received = readAll(socket);
    // All in a few writes, as a flood comes: twice the pace is what is borne, and the clock may grant some more meanwhile.
    socket.write(Buffer.concat(Array.from({ length: 10 * MAX_PER_SECOND }, () => PONG)));
    expect(closeCodeOf(await received)).toBe(4104);
    await neighbour.assertAnswered();
    await neighbour.close();
  });

  it('goes on being served when there are few, as a heartbeat of its own', async () => {
    for (let count = 0; count < 10; count += 1) socket.write(PONG);
    socket.write(maskedText('{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}'));
    const [answer]: readonly unknown[] = await once(socket, 'data');
    expect(String(answer)).toContain('{"jsonrpc":"2.0","id":1,"result":{}}');
  });
});

async function upgrade({ hostname, port }: URL): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  const headers = [
    'GET / HTTP/1.1',
    `Host: ${hostname}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: trunkline.v1',
  ];
  socket.write(`${headers.join('\r\n')}\r\n\r\n`);
  const [answer]: readonly unknown[] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

async function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    // Whoever is told to go answers with the same and goes.
    if (closeCodeOf(Buffer.concat(chunks)) !== undefined) socket.end();
  });
  await new Promise((resolve) => socket.once('close', resolve).on('error', () => undefined));
  return Buffer.concat(chunks);
}

/** The code of the close frame that ends what was received. */
function closeCodeOf(received: Buffer): number | undefined {
  const at = received.indexOf(0x88);
  return at === -1 || received.length < at + 4 ? undefined : received.readUInt16BE(at + 2);
}

function maskedText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}
