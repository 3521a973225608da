import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { socketBehaviour } from '../testing/socket-behaviour.js';
import { until } from '../testing/until.js';
import { openDefaultSocket } from './node-socket.js';

describe('a socket in Node', () => {
  socketBehaviour(openDefaultSocket);

  it('hears the pings of the server', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    try {
      server.on('connection', (peer) => peer.ping());
      await once(server, 'listening');
      let heardCount = 0;
      const nothing = (): void => undefined;
      const { port } = server.address() as AddressInfo;
      const socket = openDefaultSocket(`ws://127.0.0.1:${port}`, undefined, {
        opened: nothing,
        received: nothing,
        receivedBinary: nothing,
        heard: () => {
          heardCount += 1;
        },
        closed: nothing,
      });
      await until(() => heardCount === 1);
      expect(heardCount).toBe(1);
      socket.abandon();
    } finally {
      server.close();
    }
  });

  it('says why nothing could be opened', async () => {
    const details: string[] = [];
    const nothing = (): void => undefined;
    openDefaultSocket('ws://127.0.0.1:1', undefined, {
      opened: nothing,
      received: nothing,
      receivedBinary: nothing,
      heard: nothing,
      closed: (_code, detail) => details.push(detail),
    });
    await until(() => details.length === 1);
    expect(details[0]).toContain('ECONNREFUSED');
  });
});
