import { describe, expect, it } from '@jest/globals';
import { createTRPCUntypedClient, wsLink } from '@trpc/client';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import { createStage } from './testing/stage.spec-support.js';

const CANCELLED = { code: -32_050, data: { code: 'CANCELLED' } };

describe('Cancelling', () => {
  const harness = useHarness();

  async function connect() {
    const stage = { ...createStage(), notices: [] as string[] };
    const clock = new MovableClock();
    const { url, server } = await harness.serve({
      router: stage.router,
      clock,
      heartbeatMs: 0,
      resume: { maxRuns: 0 },
      onError: ({ error }) => stage.notices.push(error.message),
    });
    return { ...stage, clock, url, server, peer: await harness.native(url) };
  }

  it.each(['query', 'mutation', 'starting'])('a %s aborts its signal, and is answered', async (path) => {
    const { peer, started, aborted, notices } = await connect();
    const id = peer.request(path);
    await started.opened;
    peer.notify('rpc.cancel', { id });
    await aborted.opened;
    if (path !== 'starting') expect(await peer.answerTo(id)).toMatchObject({ error: CANCELLED });
    expect(await peer.call('fine')).toHaveProperty('result');
    expect(notices).toEqual([]);
  });

  it('a call that finishes all the same answers its result', async () => {
    const { peer, started, aborted, released } = await connect();
    const id = peer.request('stubborn');
    await started.opened;
    peer.notify('rpc.cancel', { id });
    await aborted.opened;
    released.open();
    expect(await peer.answerTo(id)).toMatchObject({ result: { output: 'done all the same' } });
  });

  it('a finished, an unknown and a twice cancelled call is no error', async () => {
    const { peer, started } = await connect();
    await peer.call('fine');
    for (const id of [1, 99, 'x']) peer.notify('rpc.cancel', { id });
    const id = peer.request('query');
    await started.opened;
    peer.notify('rpc.cancel', { id });
    peer.notify('rpc.cancel', { id });
    expect(await peer.answerTo(id)).toMatchObject({ error: CANCELLED });
    expect(await peer.call('fine')).toHaveProperty('result');
    expect(peer.untaken).toEqual([]);
  });

  it('a subscribe before its answer is answered with CANCELLED, and its generator never runs on', async () => {
    const { peer, started, released } = await connect();
    const id = peer.request('slowStart');
    await started.opened;
    peer.notify('rpc.cancel', { id });
    expect(await peer.answerTo(id)).toMatchObject({ error: CANCELLED });
    released.open();
    await peer.call('fine');
    expect(peer.untaken).toEqual([]);
  });

  it.each(['waiting', 'observed'])('a subscribe after its answer ends the subscription "%s"', async (path) => {
    const { peer, finished } = await connect();
    const id = peer.request(path);
    await peer.notified('rpc.next');
    peer.notify('rpc.cancel', { id });
    await finished.opened;
    expect(await peer.notified('rpc.end')).toEqual({ subscription: 1 });
    await peer.call('fine');
    expect(peer.untaken.filter(({ method }) => method !== undefined)).toEqual([]);
  });

  it.each(['waiting', 'endless', 'observed'])(
    'by unsubscribe lets "%s" clean up, and its answer comes last',
    async (path) => {
      const { peer, finished } = await connect();
      const { result } = await peer.call(path);
      const { subscription } = result as { subscription: number };
      await peer.notified('rpc.next');
      await peer.answerTo(peer.request('rpc.unsubscribe', { subscription }, 'stop'));
      await finished.opened;
      await peer.call('fine');
      const answerAt = peer.log.findIndex((line) => line.startsWith('← {"id":"stop"'));
      expect(peer.log.slice(answerAt).filter((line) => line.includes('"subscription":1'))).toEqual([]);
    },
  );

  it('by unsubscribe a second time finds nothing', async () => {
    const { peer } = await connect();
    await peer.call('waiting');
    await peer.call('rpc.unsubscribe', { subscription: 1 });
    expect(await peer.call('rpc.unsubscribe', { subscription: 1 })).toMatchObject({
      error: { data: { code: 'NOT_FOUND' } },
    });
  });

  it('by subscription.stop ends a stock subscription', async () => {
    const { url, finished } = await connect();
    const peer = await harness.stock(url);
    peer.send({ id: 1, method: 'subscription', params: { path: 'waiting' } });
    await peer.take(({ result }) => (result as { data?: unknown }).data === 1);
    peer.send({ id: 1, method: 'subscription.stop' }, { id: 1, method: 'subscription.stop' });
    await finished.opened;
    peer.sendText('PING');
    await peer.take(({ value }) => value === 'PONG');
    expect(peer.log.filter((line) => line.startsWith('←')).at(-2)).toBe('← {"id":1,"result":{"type":"stopped"}}');
    expect(peer.log.filter((line) => line.includes('stopped'))).toHaveLength(1);
  });

  it('by subscription.stop ends a stock subscription that is still starting, and frees its id', async () => {
    const { url, started, released } = await connect();
    const peer = await harness.stock(url);
    peer.send({ id: 1, method: 'subscription', params: { path: 'slowStart' } });
    await started.opened;
    peer.send({ id: 1, method: 'subscription.stop' });
    expect(await peer.next()).toEqual({ id: 1, result: { type: 'stopped' } });
    released.open();
    peer.send({ id: 1, method: 'subscription', params: { path: 'waiting' } });
    expect(await peer.next()).toEqual({ id: 1, result: { type: 'started' } });
    expect(await peer.next()).toEqual({ id: 1, result: { type: 'data', data: 1 } });
  });

  it.each(['waiting', 'observed', 'endless'])('by a tRPC client lets "%s" clean up', async (path) => {
    const { url, finished } = await connect();
    const client = createTRPCUntypedClient<ReturnType<typeof createStage>['router']>({
      links: [wsLink({ client: harness.stockSocket(url) })],
    });
    const first = new Gate();
    const subscription = client.subscription(path, undefined, { onData: () => first.open() });
    await first.opened;
    subscription.unsubscribe();
    await finished.opened;
    expect(await client.query('fine')).toBe('fine');
  });

  it.each(['query', 'mutation', 'starting'])('by a lost connection aborts the signal of a %s', async (path) => {
    const { peer, started, aborted, notices, server } = await connect();
    peer.request(path);
    await started.opened;
    peer.socket.terminate();
    await aborted.opened;
    expect(notices).toEqual([]);
    expect(server.connectionCount).toBe(0);
  });

  it.each(['waiting', 'endless', 'observed'])('by a lost connection lets "%s" clean up', async (path) => {
    const { peer, finished } = await connect();
    await peer.call(path);
    await peer.notified('rpc.next');
    peer.socket.terminate();
    await finished.opened;
    expect(peer.untaken).not.toContainEqual(expect.objectContaining({ method: 'rpc.end' }));
  });

  it('by a lost connection while a subscribe starts lets its generator go before it ran', async () => {
    const { peer, started, released, server, url } = await connect();
    peer.request('slowStart');
    await started.opened;
    peer.socket.terminate();
    const other = await harness.native(url);
    expect(await other.call('fine')).toHaveProperty('result');
    expect(server.connectionCount).toBe(1);
    released.open();
    expect(await other.call('fine')).toHaveProperty('result');
  });
});
