import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ear, turns, until } from '../testing/proxied-pair.spec-support.js';
import { cutSocket } from './cut-socket.js';

describe('cutSocket', () => {
  const server = createServer();
  let near: Socket;
  let far: Ear;

  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const arrived = once(server, 'connection') as Promise<[Socket]>;
    near = connect((server.address() as { port: number }).port, '127.0.0.1');
    far = new Ear((await arrived)[0]);
    await once(near, 'connect');
  });

  afterEach(() => {
    far.socket.destroy();
    server.close();
  });

  it.each(['reset', 'end'] as const)('is a %s to the peer', async (kind) => {
    cutSocket(near, kind);
    await until(() => far.end !== undefined);
    expect(far.end).toBe(kind);
  });

  it.each(['reset', 'end'] as const)('does not wait for a peer that reads nothing (%s)', async (kind) => {
    far.socket.pause();
    near.write(Buffer.alloc(20_000_000));
    await turns(10);
    expect(near.writableLength).toBeGreaterThan(0);
    const closed = once(near, 'close');
    cutSocket(near, kind);
    await closed;
  });
});
