import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();

function createShop() {
  const release = new Gate();
  const router = t.router({
    echo: t.procedure.input((value: unknown) => value as number).query(({ input }) => input),
    slow: t.procedure.query(async () => {
      await release.opened;
      return 'slow';
    }),
    ticks: t.procedure.subscription(async function* () {
      yield 'tick';
    }),
  });
  return { router, release };
}

const request = (id: number | string, method: string, params?: unknown) => ({ jsonrpc: '2.0', id, method, params });

/** Has another call answered, by when everything that could be sent before it was. */
async function meanwhile(peer: RawPeer): Promise<void> {
  await peer.answerTo(peer.request('echo', {}, 'meanwhile'));
}

describe('A batch in the native dialect', () => {
  const harness = useHarness();

  async function connect(limits = {}) {
    const shop = createShop();
    const { url } = await harness.serve({ router: shop.router, limits });
    return { ...shop, peer: await harness.native(url) };
  }

  it('is answered by one array when the last of its calls is done', async () => {
    const { peer, release } = await connect();
    peer.send([request(1, 'slow'), request(2, 'echo', { input: 2 }), request(3, 'rpc.ping')]);
    await meanwhile(peer);
    expect(peer.untaken).toEqual([]);
    release.open();
    const { value } = await peer.next();
    expect(value).toEqual([
      { jsonrpc: '2.0', id: 3, result: {} },
      { jsonrpc: '2.0', id: 2, result: { output: 2 } },
      { jsonrpc: '2.0', id: 1, result: { output: 'slow' } },
    ]);
  });

  it('has its bad items answered beside the good ones', async () => {
    const { peer } = await connect();
    peer.send([1, { foo: 'boo' }, request(5, 'no.such'), request(6, 'echo', [7]), request(7, 'echo', { input: 7 })]);
    const { value } = await peer.next();
    expect(value).toHaveLength(5);
    expect(value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: null, error: expect.objectContaining({ code: -32_600 }) }),
        expect.objectContaining({ id: 5, error: expect.objectContaining({ code: -32_601 }) }),
        expect.objectContaining({ id: 6, error: expect.objectContaining({ code: -32_602 }) }),
        expect.objectContaining({ id: 7, result: { output: 7 } }),
      ]),
    );
  });

  it('has no answers to its notifications, and none at all when it holds nothing else', async () => {
    const { peer } = await connect();
    peer.send([
      { jsonrpc: '2.0', method: 'rpc.cancel', params: { id: 9 } },
      { jsonrpc: '2.0', method: 'echo' },
    ]);
    peer.send([{ jsonrpc: '2.0', method: 'rpc.credit' }, request(1, 'echo', { input: 1 })]);
    const { value } = await peer.next();
    expect(value).toEqual([{ jsonrpc: '2.0', id: 1, result: { output: 1 } }]);
    await meanwhile(peer);
    expect(peer.untaken).toEqual([]);
  });

  it('that subscribes has no events in its answer, and none before it', async () => {
    const { peer, release } = await connect();
    peer.send([request(1, 'ticks'), request(2, 'slow'), request(3, 'ticks', { after: 'run.1' })]);
    await meanwhile(peer);
    expect(peer.untaken).toEqual([]);
    release.open();
    await peer.notified('rpc.end');
    await peer.notified('rpc.end');
    const answers = peer.log.filter((line) => line.startsWith('←')).slice(1);
    expect(answers[0]).toMatch(/^← \[.*"subscription":1.*\]$/);
    expect(answers.filter((line) => line.includes('rpc.next'))).toHaveLength(2);
    const gapAt = answers.findIndex((line) => line.includes('rpc.gap'));
    expect(gapAt).toBeLessThan(answers.findIndex((line) => line.includes('"subscription":2,"cursor":"run.2"')));
  });

  it('that cancels one of its own subscriptions is answered whole, and ends it after the answer', async () => {
    const { peer, release } = await connect();
    peer.send([
      request(1, 'ticks', { credit: 0 }),
      request(2, 'slow'),
      { jsonrpc: '2.0', method: 'rpc.cancel', params: { id: 1 } },
    ]);
    await meanwhile(peer);
    release.open();
    const { value } = await peer.next();
    expect(value).toHaveLength(2);
    expect(value).toContainEqual({ jsonrpc: '2.0', id: 1, error: expect.objectContaining({ code: -32_050 }) });
  });

  it('that unsubscribes from a subscription before its answer has left hears nothing of it', async () => {
    const { peer, release } = await connect();
    peer.send([request(1, 'ticks'), request(2, 'slow')]);
    await meanwhile(peer);
    expect(await peer.answerTo(peer.request('rpc.unsubscribe', { subscription: 1 }, 'stop'))).toHaveProperty('result');
    release.open();
    await peer.next();
    await meanwhile(peer);
    expect(peer.untaken).toEqual([]);
  });

  it('may begin with hello, and is answered whole once there is a context', async () => {
    const { url } = await harness.serve({ router: createShop().router });
    const peer = await harness.connect(url);
    peer.send([request('hello', 'rpc.hello'), request(1, 'echo', { input: 1 }), request(2, 'rpc.ping')]);
    const { value } = await peer.next();
    expect((value as { id: unknown }[]).map(({ id }) => id)).toEqual([2, 'hello', 1]);
  });

  it('that is empty is one error', async () => {
    const { peer } = await connect();
    peer.send([]);
    expect(await peer.next()).toMatchObject({ id: null, error: { code: -32_600 } });
  });

  it('that holds too much is refused whole', async () => {
    const { peer } = await connect({ maxBatchSize: 3 });
    peer.send([1, 2, 3, 4].map((id) => request(id, 'echo', { input: id })));
    expect(await peer.next()).toMatchObject({
      id: null,
      error: { message: expect.stringContaining('limits.maxBatchSize'), data: { code: 'TOO_MANY_REQUESTS' } },
    });
    await meanwhile(peer);
    expect(peer.untaken).toEqual([]);
  });

  it('of two calls of one id closes the connection', async () => {
    const { peer } = await connect();
    peer.send([request(1, 'slow'), request(1, 'slow')]);
    expect((await peer.closed).code).toBe(4000);
  });
});

describe('A batch in the stock dialect', () => {
  const harness = useHarness();

  async function connect(limits = {}) {
    const shop = createShop();
    const { url } = await harness.serve({ router: shop.router, limits });
    return { ...shop, url, peer: await harness.stock(url) };
  }

  it('is answered call by call, as each is done', async () => {
    const { peer, release } = await connect();
    peer.send([
      { id: 1, method: 'query', params: { path: 'slow' } },
      { id: 2, method: 'query', params: { path: 'echo', input: 2 } },
    ]);
    expect(await peer.next()).toMatchObject({ id: 2, result: { data: 2 } });
    release.open();
    expect(await peer.next()).toMatchObject({ id: 1, result: { data: 'slow' } });
  });

  it('with a bad item has the others run all the same', async () => {
    const { peer } = await connect();
    peer.send([
      { bad: 1 },
      7,
      { id: 2, method: 'query', params: { path: 'echo', input: 2 } },
      { id: 3, method: 'what' },
    ]);
    expect(await peer.answerTo(2)).toMatchObject({ result: { data: 2 } });
    expect(await peer.answerTo(3)).toMatchObject({ error: { data: { code: 'PARSE_ERROR' } } });
    expect([await peer.answerTo(null), await peer.answerTo(null)]).toMatchObject([
      { error: { data: { code: 'PARSE_ERROR' } } },
      { error: { data: { code: 'PARSE_ERROR' } } },
    ]);
  });

  it('that is empty is not answered', async () => {
    const { peer } = await connect();
    peer.send([]);
    peer.sendText('PING');
    expect(await peer.next()).toEqual({ value: 'PONG' });
  });

  it('that holds too much fails each call of a tRPC client', async () => {
    const { url, router } = await connect({ maxBatchSize: 2 });
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: harness.stockSocket(url) })] });
    const settled = await Promise.allSettled([1, 2, 3].map((input) => client.echo.query(input)));
    expect(settled).toMatchObject(
      [1, 2, 3].map(() => ({
        status: 'rejected',
        reason: { message: expect.stringContaining('limits.maxBatchSize'), data: { code: 'BAD_REQUEST' } },
      })),
    );
    expect(await client.echo.query(4)).toBe(4);
  });
});
