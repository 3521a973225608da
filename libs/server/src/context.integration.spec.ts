import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import type { CreateContextOptions } from './router/context-options.js';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.context<{ user: string; number: number }>().create();
const router = t.router({
  whoami: t.procedure.query(({ ctx }) => `${ctx.user} ${ctx.number}`),
  numbers: t.procedure.subscription(async function* ({ ctx }) {
    yield ctx.number;
  }),
});

describe('A context', () => {
  const harness = useHarness();

  async function serveCounted() {
    const made: CreateContextOptions[] = [];
    const serving = await harness.serve({
      router,
      createContext: (options) => {
        made.push(options);
        return { user: options.info.connectionParams?.['user'] ?? 'nobody', number: made.length };
      },
    });
    return { made, url: serving.url };
  }

  it('is made once for a native connection, from what hello brings', async () => {
    const { made, url } = await serveCounted();
    const peer = await harness.native(url, { connectionParams: { user: 'Ada' } });
    expect(await peer.call('whoami')).toMatchObject({ result: { output: 'Ada 1' } });
    await peer.call('numbers');
    expect(await peer.notified('rpc.next')).toMatchObject({ data: 1 });
    expect(made).toHaveLength(1);
    expect(made[0]?.info.connectionParams).toEqual({ user: 'Ada' });
  });

  it('is made anew for every connection', async () => {
    const { url } = await serveCounted();
    const [first, second] = [await harness.native(url), await harness.native(url)];
    expect(await second.call('whoami')).toMatchObject({ result: { output: 'nobody 2' } });
    expect(await first.call('whoami')).toMatchObject({ result: { output: 'nobody 1' } });
  });

  it('is made once for a tRPC client, from its connection params', async () => {
    const { made, url } = await serveCounted();
    const socket = harness.stockSocket(url, { connectionParams: () => ({ user: 'Ada' }) });
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: socket })] });
    expect(await Promise.all([client.whoami.query(), client.whoami.query()])).toEqual(['Ada 1', 'Ada 1']);
    expect(made[0]?.info).toMatchObject({ connectionParams: { user: 'Ada' }, type: 'unknown', isBatchCall: false });
    expect(made[0]?.info.url?.searchParams.get('connectionParams')).toBe('1');
  });

  it('is made at once for a tRPC client without connection params', async () => {
    const { made, url } = await serveCounted();
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: harness.stockSocket(url) })] });
    expect(await client.whoami.query()).toBe('nobody 1');
    expect(made[0]?.info.connectionParams).toBeNull();
  });

  it('is given the upgrade request and the socket', async () => {
    const { made, url } = await serveCounted();
    const peer = await harness.connect(`${url}?shop=1`, { headers: { cookie: 'session=7' } });
    await peer.call('rpc.hello');
    expect(made[0]?.req.headers.cookie).toBe('session=7');
    expect(made[0]?.info.url?.searchParams.get('shop')).toBe('1');
    expect(made[0]?.res.readyState).toBe(1);
  });

  it.each([
    ['a list', ['Ada']],
    ['a number', { user: 7 }],
    ['a text', 'Ada'],
  ])('is not made from params that are %s, and hello can be said again', async (_name, connectionParams) => {
    const { made, url } = await serveCounted();
    const peer = await harness.connect(url);
    expect(await peer.call('rpc.hello', { connectionParams })).toMatchObject({
      error: { data: { code: 'INVALID_PARAMS' } },
    });
    expect(await peer.call('rpc.hello', { connectionParams: { user: 'Ada' } })).toHaveProperty('result');
    expect(made).toHaveLength(1);
  });

  it('is not made from stock params that make no sense: the peer is told, and closed', async () => {
    const { made, url } = await serveCounted();
    const peer = await harness.connect(`${url}?connectionParams=1`, { subprotocols: [] });
    peer.send({ method: 'connectionParams', data: { user: 7 } });
    expect(await peer.answerTo(null)).toMatchObject({ error: { data: { code: 'PARSE_ERROR' } } });
    expect((await peer.closed).code).toBe(1005);
    expect(made).toHaveLength(0);
  });

  it('is waited for by the calls that follow hello in the same breath, in order', async () => {
    const gate = new Gate();
    const serving = await harness.serve({
      router,
      createContext: async () => {
        await gate.opened;
        return { user: 'Ada', number: 1 };
      },
    });
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello', {}, 'hello');
    for (const id of [1, 2, 3]) peer.request('whoami', undefined, id);
    // A ping is answered though the rest waits, which shows that the rest has been read.
    await peer.answerTo(peer.request('rpc.ping', undefined, 'ping'));
    expect(peer.log.filter((line) => line.startsWith('←'))).toHaveLength(1);
    gate.open();
    await peer.answerTo(3);
    expect(peer.log.filter((line) => line.startsWith('←')).map((line) => line.slice(2, 12))).toEqual([
      '{"id":"pin',
      '{"id":"hel',
      '{"id":1,"r',
      '{"id":2,"r',
      '{"id":3,"r',
    ]);
  });

  it('that never comes keeps only so many messages waiting, then closes the peer', async () => {
    const serving = await harness.serve({
      router,
      limits: { maxQueuedBeforeHello: 3 },
      createContext: () => new Promise<never>(() => undefined),
    });
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello', {}, 'hello');
    for (const id of [1, 2, 3, 4]) peer.request('whoami', undefined, id);
    expect(await peer.answerTo(null)).toMatchObject({
      error: { message: expect.stringContaining('limits.maxQueuedBeforeHello') },
    });
    expect((await peer.closed).code).toBe(4000);
  });

  it('in the making is told when its connection is gone', async () => {
    const signals = new Gate<AbortSignal>();
    const serving = await harness.serve({
      router,
      createContext: ({ info }) => {
        signals.open(info.signal);
        return new Promise<never>(() => undefined);
      },
    });
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello');
    const signal = await signals.opened;
    expect(signal.aborted).toBe(false);
    peer.socket.terminate();
    await whenAborted(signal);
    expect(serving.server.connectionCount).toBe(0);
  });

  it('that was made tells its owner later when its connection is gone', async () => {
    const { made, url } = await serveCounted();
    const peer = await harness.native(url);
    const signal = made[0]?.info.signal;
    expect(signal?.aborted).toBe(false);
    peer.socket.close();
    await whenAborted(signal);
    expect(signal?.aborted).toBe(true);
  });
});
