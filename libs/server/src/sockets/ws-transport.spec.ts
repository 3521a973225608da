import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { useSocketPairs } from '../testing/socket-pair.spec-support.js';
import { encodeTextFrames } from './encode-frames.js';
import { findTransport } from './ws-transport.js';

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
