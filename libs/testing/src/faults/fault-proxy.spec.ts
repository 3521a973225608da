import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { ProxiedPairs, turns, until } from '../testing/proxied-pair.spec-support.js';
import { createFaultProxy } from './fault-proxy.js';

describe('createFaultProxy', () => {
  let pairs: ProxiedPairs;

  beforeEach(async () => {
    pairs = await new ProxiedPairs().open({ seed: 7 });
  });

  afterEach(() => pairs.close());

  it('freezes those that come later too, and heals all', async () => {
    const early = await pairs.connect();
    pairs.proxy.freeze('toServer');
    const late = await pairs.connect();
    for (const { client } of [early, late]) client.socket.write('hello');
    await turns(50);
    expect([early.server.heard, late.server.heard]).toEqual(['', '']);
    pairs.proxy.heal();
    await until(() => early.server.heard === 'hello' && late.server.heard === 'hello');
  });

  it('cuts all that are open, and none that come later', async () => {
    const early = await pairs.connect();
    await pairs.proxy.cut();
    await until(() => early.client.end === 'reset' && early.server.end === 'reset');
    const late = await pairs.connect();
    late.client.socket.write('hello');
    await until(() => late.server.heard === 'hello');
    expect(pairs.proxy.connections).toEqual([late.connection]);
  });

  it('refuses as a host without a server, until it is healed', async () => {
    pairs.proxy.refuse();
    const refused = new WebSocket(pairs.proxy.url);
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    pairs.proxy.heal();
    await pairs.connect();
  });

  it('refuses a throttle that lets nothing through', () => {
    expect(() => pairs.proxy.throttle(0)).toThrow('bytesPerSecond is 0; it must be more than 0. To stop all, freeze.');
  });

  it('resets its clients while there is no server', async () => {
    const proxy = await createFaultProxy({ target: { port: 1 } });
    const refused = new WebSocket(proxy.url);
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    await proxy.close();
    await expect(proxy.close()).resolves.toBeUndefined();
  });
});

describe('a fault proxy before a real WebSocket', () => {
  it('breaks the text or the connection so that both ends notice', async () => {
    const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(wss, 'listening');
    wss.on('connection', (socket) => socket.on('error', () => undefined));
    const proxy = await createFaultProxy({ target: { port: (wss.address() as { port: number }).port } });
    const open = async (): Promise<[client: WebSocket, server: WebSocket]> => {
      const arrived = once(wss, 'connection');
      const client = new WebSocket(proxy.url);
      client.on('error', () => undefined);
      await once(client, 'open');
      return [client, ((await arrived) as [WebSocket])[0]];
    };
    const [one, oneServer] = await open();
    void proxy.corrupt({ direction: 'toServer', isDetectable: true });
    one.send('{"text":"all ASCII"}');
    const code = await closeOf(oneServer);
    expect(code).toBe(1006);
    await closeOf(one);

    const [other, otherServer] = await open();
    const messages: string[] = [];
    other.on('message', (data: Buffer) => messages.push(data.toString()));
    otherServer.send('whole');
    await until(() => messages.length === 1);
    const cut = proxy.cutInFrame();
    otherServer.send('never seen');
    await cut;
    const cutCode = await closeOf(other);
    expect([cutCode, messages]).toEqual([1006, ['whole']]);
    await proxy.close();
    wss.close();
  });
});

// `once` of node:events would reject with the error that comes before a close.
function closeOf(socket: WebSocket): Promise<number> {
  if (socket.readyState === WebSocket.CLOSED) return Promise.resolve(1006);
  return new Promise((resolve) => {
    socket.once('close', resolve);
  });
}
