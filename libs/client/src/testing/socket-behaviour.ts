import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';
import type { OpenSocket, SocketPort } from '../connection/socket-port.js';
import { until } from './until.js';

/** What every kind of socket does, shown on a real server. */
export function socketBehaviour(openSocket: OpenSocket): void {
  describe('as a socket', () => {
    let server: WebSocketServer;
    let url: string;
    let log: string[];
    const sockets: SocketPort[] = [];

    beforeEach(async () => {
      log = [];
      server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      url = `ws://127.0.0.1:${port}`;
    });

    afterEach(async () => {
      for (const socket of sockets.splice(0)) socket.abandon();
      for (const peer of server.clients) peer.terminate();
      const closed = once(server, 'close');
      server.close();
      await closed;
    });

    function open(subprotocol?: string): SocketPort {
      const socket = openSocket(url, subprotocol, {
        opened: () => log.push('opened'),
        received: (text) => log.push(`received ${text}`),
        receivedBinary: () => log.push('binary'),
        heard: () => undefined,
        closed: (code, detail) => log.push(`closed ${code} ${detail}`),
      });
      sockets.push(socket);
      return socket;
    }

    async function connected(): Promise<WebSocket> {
      const [peer]: WebSocket[] = await once(server, 'connection');
      if (peer === undefined) throw new Error('Nobody connected.');
      await until(() => log.includes('opened'));
      return peer;
    }

    it('carries texts both ways, in order, and tells a binary frame from them', async () => {
      const socket = open();
      const peer = await connected();
      const texts: string[] = [];
      peer.on('message', (data) => texts.push(String(data)));
      socket.send(['a', 'ü']);
      socket.send(['c']);
      await until(() => texts.length === 3);
      expect(texts).toEqual(['a', 'ü', 'c']);
      peer.send('x');
      peer.send(Buffer.from([1]));
      peer.send('ÿ');
      await until(() => log.length === 4);
      expect(log).toEqual(['opened', 'received x', 'binary', 'received ÿ']);
    });

    it('offers the subprotocol', async () => {
      open('trunkline.v1');
      expect((await connected()).protocol).toBe('trunkline.v1');
    });

    it('closes with a code, and tells of the end once', async () => {
      const socket = open();
      const peer = await connected();
      socket.close(3001, 'why');
      socket.close(3001, 'again');
      const [code]: number[] = await once(peer, 'close');
      expect(code).toBe(3001);
      await until(() => log.length === 2);
      expect(log[1]).toMatch(/^closed 3001/);
      socket.send(['too late']);
    });

    it('tells the code and the reason of the other side', async () => {
      open();
      const peer = await connected();
      peer.close(4002, 'Barred.');
      await until(() => log.length === 2);
      expect(log[1]).toBe('closed 4002 Barred.');
    });

    it('tells nothing more once it is abandoned', async () => {
      const socket = open();
      const peer = await connected();
      socket.abandon();
      socket.abandon();
      if (peer.readyState !== peer.CLOSED) await once(peer, 'close');
      expect(log).toEqual(['opened']);
    });

    it('may be abandoned before it is open', async () => {
      open().abandon();
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      expect(log).toEqual([]);
    });

    it('tells of an end when nobody listens there', async () => {
      url = 'ws://127.0.0.1:1';
      open();
      await until(() => log.length === 1);
      expect(log[0]).toMatch(/^closed 1006/);
    });
  });
}
