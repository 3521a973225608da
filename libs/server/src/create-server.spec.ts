import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { createServer } from './create-server.js';
import { FakeServerClock } from './testing/fake-server-clock.spec-support.js';
import { Gate } from './testing/gate.spec-support.js';
import { useSocketPairs } from './testing/socket-pair.spec-support.js';
import type { TrunklineServer } from './trunkline-server.js';

const t = initTRPC.create();
const NATIVE = { subprotocols: ['trunkline.v1'] };
const HELLO = '{"jsonrpc":"2.0","id":0,"method":"rpc.hello"}';
const call = (id: number, method: string) => JSON.stringify({ jsonrpc: '2.0', id, method });

function setUp() {
  const gate = new Gate<string>();
  const clock = new FakeServerClock();
  const errors: string[] = [];
  const server = createServer({
    router: t.router({
      wait: t.procedure.query(() => gate.opened),
      fail: t.procedure.query(() => {
        throw new Error('secret');
      }),
    }),
    clock,
    onError: ({ error, path }) => void errors.push(`${path}: ${error.message}`),
  });
  return { gate, clock, errors, server };
}

describe('createServer', () => {
  const open = useSocketPairs();

  async function connect(server: TrunklineServer, clock: FakeServerClock) {
    const pair = await open(NATIVE);
    const closed = new Promise<number>((resolve) => pair.client.on('close', resolve));
    server.accept(pair.server, pair.request);
    /** The peer speaks, and waits until so many messages have come in all. */
    const say = async (count: number, ...texts: string[]): Promise<readonly string[]> => {
      for (const text of texts) pair.client.send(text);
      while (pair.received.length < count) {
        const next = new Promise((resolve) => pair.client.once('message', resolve));
        const heard = new Promise<void>((resolve) => pair.server.once('message', () => resolve()));
        await Promise.race([heard, next]);
        await clock.settle();
      }
      return pair.received;
    };
    return { ...pair, say, closed };
  }

  it('refuses options that make no sense before anything is opened', () => {
    expect(() => createServer({ router: t.router({}), heartbeatMs: -1 })).toThrow(RangeError);
  });

  it('takes over a socket that somebody else accepted, and counts it while it is open', async () => {
    const { server, clock, gate } = setUp();
    gate.open('done');
    const peer = await connect(server, clock);
    expect(server.connectionCount).toBe(1);
    const received = await peer.say(2, HELLO, call(1, 'wait'));
    expect(received[1]).toBe('{"jsonrpc":"2.0","id":1,"result":{"output":"done"}}');
    const isGone = new Promise((resolve) => peer.server.on('close', resolve));
    peer.client.terminate();
    await isGone;
    expect(server.connectionCount).toBe(0);
  });

  it('tells onError what clients see only masked', async () => {
    const { server, clock, errors } = setUp();
    const peer = await connect(server, clock);
    const received = await peer.say(2, HELLO, call(1, 'fail'));
    expect(received[1]).toContain('"message":"Internal server error"');
    expect(errors).toEqual(['fail: secret']);
  });

  it('cuts a peer that is silent for two beats', async () => {
    const { server, clock } = setUp();
    const peer = await connect(server, clock);
    await peer.say(1, HELLO);
    peer.client.pause();
    clock.advance(30_000);
    expect(server.connectionCount).toBe(1);
    const isGone = new Promise((resolve) => peer.server.on('close', resolve));
    clock.advance(30_000);
    await isGone;
    expect(server.connectionCount).toBe(0);
  });

  it('lets a running call finish when it closes, takes nobody new, and leaves no timer', async () => {
    const { server, clock, gate } = setUp();
    const peer = await connect(server, clock);
    await peer.say(1, HELLO);
    peer.client.send(call(1, 'wait'));
    await new Promise((resolve) => peer.server.once('message', resolve));
    const closings = [server.close(), server.close()];
    const late = await connect(server, clock);
    expect(await late.closed).toBe(4200);
    gate.open('done');
    await clock.settle();
    expect(await peer.closed).toBe(4200);
    await Promise.all(closings);
    expect(peer.received.at(-1)).toBe('{"jsonrpc":"2.0","id":1,"result":{"output":"done"}}');
    expect(server.connectionCount).toBe(0);
    expect(clock.pendingCount).toBe(0);
  });
});
