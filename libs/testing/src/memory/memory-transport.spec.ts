import type { IncomingMessage } from 'node:http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MemoryServerSocket } from './memory-server-socket.js';
import { createMemoryTransport, type MemoryTransport } from './memory-transport.js';
import type { MemoryWebSocket } from './memory-web-socket.js';

describe('createMemoryTransport', () => {
  let transport: MemoryTransport;
  let log: string[];
  let server: MemoryServerSocket;
  let request: IncomingMessage;

  beforeEach(() => {
    log = [];
    transport = createMemoryTransport({ headers: { cookie: 'a=1' } });
    transport.serve({
      accept: (socket: MemoryServerSocket, upgrade: IncomingMessage) => {
        server = socket;
        request = upgrade;
        socket.on('message', (data: Buffer) => log.push(`server heard ${data.toString()}`));
        socket.on('pong', () => log.push('server heard a pong'));
        socket.on('close', (code: number, reason: Buffer) => log.push(`server closed ${code} ${reason.toString()}`));
      },
    });
  });

  function connect(): MemoryWebSocket {
    const client = new transport.WebSocket('ws://memory/rpc?a=1', 'trunkline.v1');
    client.onopen = () => log.push('client opened');
    client.onmessage = ({ data }) => log.push(`client heard ${String(data)}`);
    client.onerror = () => log.push('client failed');
    client.addEventListener('close', (event) => log.push(`client closed ${String(Reflect.get(event, 'code'))}`));
    return client;
  }

  async function connected(): Promise<MemoryWebSocket> {
    const client = connect();
    await transport.settled();
    expect(log.splice(0)).toEqual(['client opened']);
    return client;
  }

  it('carries what each end says, in order, with the request of an upgrade', async () => {
    const client = await connected();
    client.send('1');
    client.send('2');
    server.send('a', (error?: Error | null) => log.push(`taken ${String(error)}`));
    expect([client.bufferedAmount, server.bufferedAmount, log]).toEqual([2, 1, []]);
    await transport.settled();
    expect(log).toEqual(['server heard 1', 'server heard 2', 'client heard a', 'taken undefined']);
    expect([client.protocol, server.protocol, request.url]).toEqual(['trunkline.v1', 'trunkline.v1', '/rpc?a=1']);
    expect(request.headers).toMatchObject({ host: 'memory', cookie: 'a=1', 'sec-websocket-protocol': 'trunkline.v1' });
  });

  it('answers pings, and holds back what a paused server does not read', async () => {
    const client = await connected();
    server.pause();
    client.send('held');
    server.ping();
    await transport.settled();
    expect([log, server.isPaused]).toEqual([[], true]);
    server.resume();
    await transport.settled();
    expect(log).toEqual(['server heard held', 'server heard a pong']);
  });

  it.each<[string, (client: MemoryWebSocket) => void, string[]]>([
    ['the client', (client) => client.close(4000, 'bye'), ['server closed 4000 bye', 'client closed 4000']],
    ['the server', () => server.close(4200, 'gone'), ['client closed 4200', 'server closed 4200 gone']],
    ['the server at once', () => server.terminate(), ['server closed 1006 ', 'client closed 1006']],
    ['the network', () => transport.cut(), ['server closed 1006 ', 'client failed', 'client closed 1006']],
  ])('ends both sides once when %s closes', async (_name, close, expected) => {
    const client = await connected();
    close(client);
    client.send('too late, or lost');
    await transport.settled();
    client.close();
    await transport.settled();
    expect(log.filter((line) => !line.startsWith('server heard'))).toEqual(expected);
    expect([client.readyState, server.readyState, transport.connectionCount]).toEqual([3, 3, 0]);
    server.send('nobody', (error?: Error | null) => log.push(String(error)));
    expect(log.at(-1)).toBe('Error: The socket is not open.');
  });

  it('delivers nothing while it is frozen, and all of it then', async () => {
    const client = await connected();
    transport.freeze();
    client.send('held');
    connect();
    await transport.settled();
    expect(log).toEqual([]);
    transport.thaw();
    await transport.settled();
    expect(log).toEqual(['server heard held', 'client opened']);
  });

  it('fails who connects while it refuses, while nobody serves, and who gives up', async () => {
    transport.refuse();
    connect();
    await transport.settled();
    transport.admit();
    const impatient = connect();
    impatient.close();
    expect(() => connect().send('early')).toThrow('The socket is not open yet.');
    const stop = transport.serve({ accept: () => undefined });
    stop();
    await transport.settled();
    const failure = ['client failed', 'client closed 1006'];
    expect(log).toEqual([...failure, ...failure, ...failure]);
  });
});
