import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { createAppClient } from './client.js';
import type { createAppServer } from './server.js';

// Node 20 has no WebSocket of its own, and tRPC's client asks for the platform's.
Object.assign(globalThis, { WebSocket });

/** The two ends of the application, each before or after it has moved. */
export interface AppEnds {
  readonly createAppServer: typeof createAppServer;
  readonly createAppClient: typeof createAppClient;
}

/** The application's own test. It knows tRPC, and nothing of what carries the calls. */
export function appBehaviour(ends: AppEnds): void {
  const sockets = new Set<Duplex>();
  let server: Server;
  let url: string;

  beforeEach(async () => {
    server = ends.createAppServer().listen(0);
    server.on('connection', (socket: Duplex) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await once(server, 'listening');
    const address = server.address();
    url = `ws://localhost:${typeof address === 'object' ? address?.port : address}`;
  });

  afterEach(() => {
    server.close();
    cutSockets();
  });

  function cutSockets(): void {
    for (const socket of sockets) socket.destroy();
  }

  it('keeps what a member writes, with its date', async () => {
    const ada = ends.createAppClient(url, 'token-of-ada');
    const before = (await ada.list.query()).length;
    const note = await ada.add.mutate({ text: 'Water the plants.' });
    expect(note).toMatchObject({ author: 'Ada', text: 'Water the plants.', writtenAt: expect.any(Date) });
    expect((await ada.list.query()).slice(before)).toEqual([note]);
  });

  it('refuses a note of somebody who has not signed in, and one without text', async () => {
    const stranger = ends.createAppClient(url);
    await expect(stranger.add.mutate({ text: 'Let me in.' })).rejects.toMatchObject({
      name: 'TRPCClientError',
      message: 'Sign in first.',
      data: { code: 'UNAUTHORIZED', path: 'add' },
    });
    const ada = ends.createAppClient(url, 'token-of-ada');
    await expect(ada.add.mutate({ text: '' })).rejects.toMatchObject({ data: { code: 'BAD_REQUEST' } });
  });

  it('tells every new note once and in order, also those written while the line was cut', async () => {
    const grace = ends.createAppClient(url, 'token-of-grace');
    const lastEventId = String((await grace.list.query()).length);
    const texts: string[] = [];
    let tell = (): void => undefined;
    const subscription = ends.createAppClient(url).onAdd.subscribe(
      { lastEventId },
      {
        onData: ({ data }) => {
          texts.push(data.text);
          tell();
        },
      },
    );
    const told = (count: number): Promise<void> =>
      new Promise((resolve) => {
        tell = () => (texts.length >= count ? resolve() : undefined);
        tell();
      });
    await grace.add.mutate({ text: 'one' });
    await told(1);
    cutSockets();
    await grace.add.mutate({ text: 'two' }).catch(() => grace.add.mutate({ text: 'two' }));
    await grace.add.mutate({ text: 'three' });
    await told(3);
    subscription.unsubscribe();
    expect(texts).toEqual(['one', 'two', 'three']);
  });
}
