import { describe, expect, it } from '@jest/globals';
import { initTRPC, tracked } from '@trpc/server';
import superjson from 'superjson';
import * as z from 'zod';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create({ transformer: superjson });
const router = t.router({
  day: t.procedure.input(z.date()).query(({ input }) => input),
  nothing: t.procedure.mutation(() => undefined),
  ticks: t.procedure.subscription(async function* () {
    yield tracked('t1', new Date(0));
    yield 'untracked';
  }),
});

describe('A conversation', () => {
  const harness = useHarness();

  it('is JSON-RPC 2.0 in the native dialect', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url, { payload: 'transformed' });
    await peer.call('day', { input: superjson.serialize(new Date(0)) });
    await peer.call('nothing');
    await peer.call('ticks');
    await peer.notified('rpc.end');
    await peer.call('rpc.ping');
    expect(peer.log).toEqual([
      '→ {"id":1,"method":"day","params":{"input":{"json":"1970-01-01T00:00:00.000Z","meta":{"values":["Date"],"v":1}}}}',
      '← {"id":1,"result":{"output":{"json":"1970-01-01T00:00:00.000Z","meta":{"values":["Date"],"v":1}}}}',
      '→ {"id":2,"method":"nothing"}',
      '← {"id":2,"result":{"output":{"json":null,"meta":{"values":["undefined"],"v":1}}}}',
      '→ {"id":3,"method":"ticks"}',
      '← {"id":3,"result":{"subscription":1,"cursor":"run.0","resumed":"fresh"}}',
      '← {"method":"rpc.next","params":{"subscription":1,"cursor":"run.1~t1","data":' +
        '{"json":{"id":"t1","data":"1970-01-01T00:00:00.000Z"},"meta":{"values":{"data":["Date"]},"v":1}}}}',
      '← {"method":"rpc.next","params":{"subscription":1,"cursor":"run.2~t1","data":{"json":"untracked"}}}',
      '← {"method":"rpc.end","params":{"subscription":1,"cursor":"run.3~t1"}}',
      '→ {"id":4,"method":"rpc.ping"}',
      '← {"id":4,"result":{}}',
    ]);
  });

  it('needs no transformer from a native client that asks for none', async () => {
    const dates = t.router({ day: t.procedure.query(() => ({ at: new Date(0) })) });
    const { url } = await harness.serve({ router: dates });
    const peer = await harness.native(url);
    await peer.call('day');
    expect(peer.log).toEqual([
      '→ {"id":1,"method":"day"}',
      '← {"id":1,"result":{"output":{"at":"1970-01-01T00:00:00.000Z"}}}',
    ]);
  });

  it('tells a native client the limits in the answer to hello', async () => {
    const { url } = await harness.serve({ router, limits: { maxBatchSize: 7 } });
    const peer = await harness.connect(url);
    const { result } = await peer.call('rpc.hello', { client: { name: 'shop', version: '1', instance: 'a' } });
    expect(result).toEqual({
      server: { name: '@trunkline/server', version: '0.1.0' },
      features: ['parts'],
      epoch: expect.any(String),
      limits: {
        maxMessageBytes: 1_048_576,
        maxDepth: 64,
        maxBatchSize: 7,
        maxCallsInFlight: 1000,
        maxSubscriptions: 1000,
        maxQueuedBeforeHello: 100,
        maxMessagesPerSecond: 25_000,
        maxMessageBurst: 50_000,
      },
    });
  });

  it("is tRPC's own in the stock dialect", async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.stock(url);
    peer.send({ id: 1, method: 'mutation', params: { path: 'nothing' } });
    await peer.answerTo(1);
    peer.send({ id: 'two', method: 'subscription', params: { path: 'ticks' } });
    await peer.take(({ result }) => (result as { type?: string } | undefined)?.type === 'stopped');
    peer.sendText('PING');
    await peer.take(({ value }) => value === 'PONG');
    expect(peer.log).toEqual([
      '→ {"id":1,"method":"mutation","params":{"path":"nothing"}}',
      '← {"id":1,"result":{"type":"data","data":{"json":null,"meta":{"values":["undefined"],"v":1}}}}',
      '→ {"id":"two","method":"subscription","params":{"path":"ticks"}}',
      '← {"id":"two","result":{"type":"started"}}',
      '← {"id":"two","result":{"type":"data","id":"t1","data":' +
        '{"json":{"id":"t1","data":"1970-01-01T00:00:00.000Z"},"meta":{"values":{"data":["Date"]},"v":1}}}}',
      '← {"id":"two","result":{"type":"data","data":{"json":"untracked"}}}',
      '← {"id":"two","result":{"type":"stopped"}}',
      '→ PING',
      '← PONG',
    ]);
  });

  it('repeats the jsonrpc member to a stock peer that sends it, and only to it', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.stock(url);
    peer.send({ id: 1, jsonrpc: '2.0', method: 'mutation', params: { path: 'nothing' } });
    peer.send({ id: 2, method: 'mutation', params: { path: 'nothing' } });
    expect(await peer.answerTo(1)).toHaveProperty('jsonrpc', '2.0');
    expect(await peer.answerTo(2)).not.toHaveProperty('jsonrpc');
  });

  it('answers the PING of a stock peer after every answer that was queued before it', async () => {
    const { url } = await harness.serve({ router });
    const peer = await harness.stock(url);
    peer.send({ id: 1, method: 'query', params: { path: 'no.such' } });
    peer.sendText('PING');
    await peer.take(({ value }) => value === 'PONG');
    expect(peer.log.map((line) => line.slice(0, 10))).toEqual(['→ {"id":1,', '→ PING', '← {"id":1,', '← PONG']);
  });
});
