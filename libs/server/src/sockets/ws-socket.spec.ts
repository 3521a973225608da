import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../clock.js';
import { useSocketPairs } from '../testing/socket-pair.spec-support.js';
import type { SocketEvents } from './socket-port.js';
import { listenToWsSocket, WsSocket } from './ws-socket.js';

const textOf = (reason: unknown): string => (Buffer.isBuffer(reason) ? reason.toString() : '');

class Listener implements SocketEvents {
  readonly log: string[] = [];

  message(text: string): void {
    this.log.push(`message ${text}`);
  }

  binary(): void {
    this.log.push('binary');
  }

  pong(): void {
    this.log.push('pong');
  }

  pinged(): void {
    this.log.push('pinged');
  }

  closed(code: number): void {
    this.log.push(`closed ${code}`);
  }
}

describe('WsSocket', () => {
  const open = useSocketPairs();

  for (const perMessageDeflate of [false, true]) {
    const how = perMessageDeflate ? 'with compression' : 'without compression';

    it(`sends frames as they are, in order, and says when they are taken, ${how}`, async () => {
      const { server, received, client } = await open({ server: { perMessageDeflate } });
      const frames = ['a', 'ü€😀', 'x'.repeat(70_000), ''];
      const socket = new WsSocket(server);
      await new Promise<void>((resolve) => socket.sendAll(frames, resolve));
      socket.sendAll(['last'], () => undefined);
      while (received.length < 5) await once(client, 'message');
      expect(received).toEqual([...frames, 'last']);
      expect(client.extensions === '').toBe(!perMessageDeflate);
    });
  }

  it('counts the bytes that a peer does not read, and says nothing of them until it does', async () => {
    const { server, client } = await open();
    const socket = new WsSocket(server);
    client.pause();
    let isTaken = false;
    const taken = new Promise<void>((resolve) => {
      socket.sendAll(['x'.repeat(20_000_000)], () => {
        isTaken = true;
        resolve();
      });
    });
    expect(socket.bufferedBytes).toBeGreaterThan(1_000_000);
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => systemClock.giveWay(resolve));
    expect(isTaken).toBe(false);
    client.resume();
    await taken;
    expect(socket.bufferedBytes).toBe(0);
  });

  it('does not read while it is paused, and loses nothing', async () => {
    const { server, client } = await open();
    const listener = new Listener();
    listenToWsSocket(server, listener);
    const socket = new WsSocket(server);
    socket.pause();
    socket.pause();
    client.send('kept');
    // The other way is not paused, and comes after whatever the first would have brought about.
    await new Promise<void>((resolve) => socket.sendAll(['through'], resolve));
    await once(client, 'message');
    expect(listener.log).toEqual([]);
    socket.resume();
    await once(server, 'message');
    expect(listener.log).toEqual(['message kept']);
  });

  it('closes with code and reason, and cuts a reason that is too long between two characters', async () => {
    const { server, client } = await open();
    new WsSocket(server).close(4000, 'ü'.repeat(100));
    const [code, reason] = await once(client, 'close');
    expect([code, textOf(reason)]).toEqual([4000, 'ü'.repeat(61)]);
  });

  it('closes with no code, which the peer sees as 1005', async () => {
    const { server, client } = await open();
    new WsSocket(server).closeBare();
    expect((await once(client, 'close'))[0]).toBe(1005);
  });

  it('cuts the connection at once, which the peer sees as 1006', async () => {
    const { server, client } = await open();
    new WsSocket(server).terminate();
    expect((await once(client, 'close'))[0]).toBe(1006);
  });

  it('throws nothing and takes nothing once it is closed', async () => {
    const { server } = await open();
    const socket = new WsSocket(server);
    const listener = new Listener();
    listenToWsSocket(server, listener);
    socket.terminate();
    await once(server, 'close');
    socket.sendAll(['late'], () => listener.log.push('taken'));
    socket.pause();
    socket.resume();
    socket.ping();
    socket.close(1000, '');
    socket.closeBare();
    socket.terminate();
    expect(listener.log).toEqual(['closed 1006']);
  });
});

describe('listenToWsSocket', () => {
  const open = useSocketPairs();

  it('tells text, binary frames, pings and pongs apart, then the close, once', async () => {
    const { server, client } = await open();
    const listener = new Listener();
    listenToWsSocket(server, listener);
    new WsSocket(server).ping();
    await once(client, 'ping');
    client.send('ü');
    client.ping();
    client.send(Buffer.from([0xff]));
    client.close(4000);
    await once(server, 'close');
    expect(listener.log).toEqual(['pong', 'message ü', 'pinged', 'binary', 'closed 4000']);
  });

  it.each(['arraybuffer', 'fragments', 'nodebuffer'] as const)('reads text that comes as %s', async (binaryType) => {
    const { server, client } = await open();
    const listener = new Listener();
    server.binaryType = binaryType;
    listenToWsSocket(server, listener);
    client.send('Grüße');
    await once(server, 'message');
    expect(listener.log).toEqual(['message Grüße']);
  });

  it('bears a frame that breaks the protocol', async () => {
    const { server, client } = await open({ server: { maxPayload: 10 } });
    const listener = new Listener();
    listenToWsSocket(server, listener);
    const closed = new Promise((resolve) => server.on('close', resolve));
    client.send('x'.repeat(11));
    expect((await once(client, 'close'))[0]).toBe(1009);
    await closed;
    expect(listener.log).toEqual(['closed 1006']);
  });
});
