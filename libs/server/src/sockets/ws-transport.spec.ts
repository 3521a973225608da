import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { systemClock } from '../clock.js';
import { useSocketPairs } from '../testing/socket-pair.spec-support.js';
import { encodeTextFrames } from './encode-frames.js';
import { findTransport, readProgress } from './ws-transport.js';

describe('findTransport', () => {
  const open = useSocketPairs();

  it('finds the stream of an open socket, on which a frame reaches the peer', async () => {
    const { server, client, received } = await open();
    findTransport(server)?.write(encodeTextFrames(['through']), () => undefined);
    await once(client, 'message');
    expect(received).toEqual(['through']);
  });

  it('finds none where frames are compressed', async () => {
    const { server } = await open({ server: { perMessageDeflate: true } });
    expect(server.extensions).toContain('permessage-deflate');
    expect(findTransport(server)).toBeUndefined();
  });

  it('finds none before a socket is open', () => {
    const socket: unknown = Reflect.construct(WebSocket, [null, undefined, {}]);
    expect(socket instanceof WebSocket && findTransport(socket)).toBeUndefined();
  });
});

describe('readProgress', () => {
  const open = useSocketPairs();

  it('changes while a peer reads a part of one message, and not while it reads nothing', async () => {
    const { server, client } = await open();
    const transport = new Promise<void>((resolve) => {
      findTransport(server)?.write(encodeTextFrames(['x'.repeat(50_000_000)]), () => resolve());
    });
    client.pause();
    await turns(50);
    const before = readProgress(server);
    await turns(20);
    expect(readProgress(server)).toBe(before);
    client.resume();
    for (let turn = 0; turn < 1000 && readProgress(server) === before; turn += 1) await turns(1);
    client.pause();
    expect(readProgress(server)).not.toBe(before);
    expect(readProgress(server)).toBeGreaterThan(0);
    client.resume();
    await transport;
  });
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => systemClock.giveWay(resolve));
}
