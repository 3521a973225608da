import { once } from 'node:events';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();
const ANSWER_BYTES = 24 * 1024 * 1024;
const router = t.router({
  fine: t.procedure.query(() => 'fine'),
  large: t.procedure.query(() => 'x'.repeat(ANSWER_BYTES)),
});

function transportOf(peer: RawPeer): Socket {
  const transport: unknown = Reflect.get(peer.socket, '_socket');
  if (transport instanceof Socket) return transport;
  throw new Error('The socket of the peer has no transport.');
}

describe('The heartbeat', () => {
  const harness = useHarness();

  async function connect(options: { autoPong: boolean }) {
    const clock = new MovableClock();
    const { url, server } = await harness.serve({ router, clock, heartbeatMs: 1000 });
    return { clock, server, peer: await harness.connect(url, options) };
  }

  it('keeps a silent peer that answers pings by itself', async () => {
    const { clock, peer, server } = await connect({ autoPong: true });
    for (let beat = 0; beat < 5; beat += 1) {
      const pinged = once(peer.socket, 'ping');
      clock.advance(1000);
      await pinged;
      // What follows the pong has been read, so the pong has been too.
      const ponged = once(peer.socket, 'pong');
      peer.socket.ping();
      await ponged;
    }
    expect(server.connectionCount).toBe(1);
  });

  it('cuts a peer that answers no ping', async () => {
    const { clock, peer } = await connect({ autoPong: false });
    const pinged = once(peer.socket, 'ping');
    clock.advance(1000);
    await pinged;
    expect(peer.socket.readyState).toBe(peer.socket.OPEN);
    clock.advance(1000);
    expect((await peer.closed).code).toBe(1006);
  });

  it('takes any message for a sign of life', async () => {
    const { clock, peer, server } = await connect({ autoPong: false });
    await peer.call('rpc.hello');
    for (let beat = 0; beat < 5; beat += 1) {
      clock.advance(1000);
      await peer.call('fine');
    }
    expect(server.connectionCount).toBe(1);
  });
});

describe('A slow reader of a large answer', () => {
  const harness = useHarness();

  /** Lets a reader take 64 KiB at a time, four times a second of the clock, until it has its answer or is closed. */
  async function readSlowly(options: { heartbeatMs: number; stallTimeoutMs: number }): Promise<RawPeer> {
    const clock = new MovableClock();
    const { heartbeatMs, stallTimeoutMs } = options;
    const { url } = await harness.serve({ router, clock, heartbeatMs, outbox: { stallTimeoutMs } });
    const [reader, clockwork] = [await harness.native(url), await harness.native(url)];
    const transport = transportOf(reader);
    const onData = () => transport.pause();
    transport.on('data', onData);
    reader.log.push = () => 0;
    reader.request('large');
    for (let turn = 1; reader.socket.readyState === reader.socket.OPEN && reader.untaken.length === 0; turn += 1) {
      await clockwork.answerTo(clockwork.request('rpc.ping', undefined, turn));
      transport.resume();
      if (turn % 4 === 0) clock.advance(1000);
    }
    transport.off('data', onData);
    return reader;
  }

  it('is not taken for one that reads nothing', async () => {
    const reader = await readSlowly({ heartbeatMs: 0, stallTimeoutMs: 30_000 });
    expect(await reader.call('fine')).toHaveProperty('result');
  });

  it('is not taken for one that is gone', async () => {
    const reader = await readSlowly({ heartbeatMs: 30_000, stallTimeoutMs: 600_000 });
    expect(await reader.call('fine')).toHaveProperty('result');
  });
});
