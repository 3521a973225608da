import { describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import type { ServeOptions } from './serve.js';
import { whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { createFeed } from './testing/kept-feed.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();

interface Told {
  readonly cursor?: string;
  readonly data?: unknown;
  readonly reason?: string;
  readonly dropped?: number;
}

describe('A subscription whose connection is lost', () => {
  const harness = useHarness();

  async function connect(options: Partial<ServeOptions<ReturnType<typeof createFeed>['router']>> = {}) {
    const feed = createFeed();
    const { url, server } = await harness.serve({
      router: feed.router,
      createContext: ({ info }) => ({ user: info.connectionParams?.['user'] ?? null }),
      principal: ({ user }) => user,
      ...options,
    });
    const open = (user = 'ada', instance = 'one') =>
      harness.native(url, { client: { instance }, connectionParams: { user } });
    return { ...feed, url, server, open, peer: await open() };
  }

  async function subscribe(peer: RawPeer, path: string, params: Record<string, unknown> = {}) {
    const answer = await peer.call(path, params);
    return answer['result'] as { subscription: number; cursor: string; resumed: string };
  }

  const take = async (peer: RawPeer): Promise<Told> => peer.notified('rpc.next');

  it('goes on behind the last event that the client has, without beginning anew', async () => {
    const { peer, open, push, log } = await connect();
    await subscribe(peer, 'live');
    push('a', 'b');
    const first = await take(peer);
    await take(peer);
    peer.socket.terminate();
    push('c');
    const again = await open();
    const { resumed, cursor } = await subscribe(again, 'live', { after: first.cursor });
    expect([resumed, cursor]).toEqual(['recovered', first.cursor]);
    expect([(await take(again)).data, (await take(again)).data]).toEqual(['b', 'c']);
    push('d');
    expect(await take(again)).toMatchObject({ data: 'd', cursor: first.cursor?.replace(/1$/, '4') });
    expect(log).toEqual(['live begins']);
  });

  it('goes on before its first event', async () => {
    const { peer, open, push } = await connect();
    const { cursor } = await subscribe(peer, 'live');
    peer.socket.terminate();
    const again = await open();
    expect(await subscribe(again, 'live', { after: cursor })).toMatchObject({ resumed: 'recovered' });
    push('a');
    expect(await take(again)).toMatchObject({ data: 'a' });
  });

  it('is read on under the credit of its new connection', async () => {
    const { peer, open, push } = await connect();
    const { cursor } = await subscribe(peer, 'live');
    push('a', 'b', 'c');
    for (let count = 0; count < 3; count += 1) await take(peer);
    peer.socket.terminate();
    const again = await open();
    const { subscription } = await subscribe(again, 'live', { after: cursor, credit: 1 });
    expect(await take(again)).toMatchObject({ data: 'a' });
    await again.call('fine');
    expect(again.untaken).toEqual([]);
    again.notify('rpc.credit', { subscription, add: 2 });
    expect([(await take(again)).data, (await take(again)).data]).toEqual(['b', 'c']);
    push('d');
    await again.call('fine');
    expect(again.untaken).toEqual([]);
  });

  it('is taken over from a connection that is not known to be dead', async () => {
    const { peer, open, push, log, server } = await connect();
    const { cursor } = await subscribe(peer, 'live');
    push('a');
    await take(peer);
    const again = await open();
    expect(await subscribe(again, 'live', { after: cursor })).toMatchObject({ resumed: 'recovered' });
    expect(await take(again)).toMatchObject({ data: 'a' });
    push('b');
    expect(await take(again)).toMatchObject({ data: 'b' });
    await peer.call('fine');
    expect(peer.untaken).toEqual([]);
    peer.socket.terminate();
    push('c');
    expect(await take(again)).toMatchObject({ data: 'c' });
    expect(log).toEqual(['live begins']);
    expect(server.stats().subscriptions).toBe(1);
  });

  it.each(['end', 'fail'])('tells its %s again, and does not run again', async (ending) => {
    const { peer, open, push, log } = await connect();
    const { cursor } = await subscribe(peer, 'live');
    push('a', ending);
    await take(peer);
    const end = await peer.notified('rpc.end');
    peer.socket.terminate();
    const again = await open();
    await subscribe(again, 'live', { after: cursor });
    expect(await take(again)).toMatchObject({ data: 'a' });
    expect(await again.notified('rpc.end')).toEqual(end);
    expect(log.filter((line) => line.endsWith('begins'))).toHaveLength(1);
  });

  it('runs again for a client that has seen the end', async () => {
    const { peer, push } = await connect();
    await subscribe(peer, 'live');
    push('end');
    const { cursor: after } = await peer.notified('rpc.end');
    expect(await subscribe(peer, 'live', { after })).toMatchObject({ resumed: 'gap' });
    expect(await peer.notified('rpc.gap')).toMatchObject({ reason: 'restarted' });
  });

  it('forgets a run to its end once that is acknowledged', async () => {
    const { peer, push } = await connect();
    const { subscription, cursor } = await subscribe(peer, 'live');
    push('end');
    const { cursor: seen } = await peer.notified('rpc.end');
    peer.notify('rpc.credit', { subscription, add: 0, seen });
    await subscribe(peer, 'live', { after: cursor });
    expect(await peer.notified('rpc.gap')).toMatchObject({ reason: 'restarted' });
  });

  it('says how many events are no longer kept, and goes on live', async () => {
    const { peer, open, push } = await connect();
    const { cursor: after } = await subscribe(peer, 'short');
    push('a', 'b', 'c', 'd');
    for (let count = 0; count < 4; count += 1) await take(peer);
    peer.socket.terminate();
    const again = await open();
    expect(await subscribe(again, 'short', { after })).toMatchObject({ resumed: 'gap', cursor: after });
    expect(await again.next()).toMatchObject({ method: 'rpc.gap', params: { reason: 'trimmed', dropped: 2 } });
    expect([(await take(again)).data, (await take(again)).data]).toEqual(['c', 'd']);
    push('e');
    expect(await take(again)).toMatchObject({ data: 'e' });
  });

  it('keeps nothing that was acknowledged', async () => {
    const { peer, open, push } = await connect();
    const { subscription, cursor: after } = await subscribe(peer, 'live');
    push('a', 'b');
    const { cursor: seen } = await take(peer);
    await take(peer);
    peer.notify('rpc.credit', { subscription, add: 0, seen });
    await peer.call('fine');
    peer.socket.terminate();
    const again = await open();
    await subscribe(again, 'live', { after });
    expect(await again.notified('rpc.gap')).toMatchObject({ reason: 'trimmed', dropped: 1 });
    expect(await take(again)).toMatchObject({ data: 'b' });
  });

  it('prefers a run that is still here to the tracked id', async () => {
    const { peer, open, push, log } = await connect();
    await subscribe(peer, 'tracked');
    push('a', 'b');
    const { cursor: after } = await take(peer);
    await take(peer);
    peer.socket.terminate();
    const again = await open();
    expect(await subscribe(again, 'tracked', { after })).toMatchObject({ resumed: 'recovered', cursor: after });
    expect(await take(again)).toMatchObject({ data: { id: 'b', data: 'b' } });
    expect(log).toEqual(['tracked begins']);
  });

  it.each([
    ['another principal', 'eve', undefined],
    ['another input', 'ada', { room: 'tea' }],
  ])('is not resumed by %s, who is told that the cursor is invalid', async (_name, user, input) => {
    const { peer, open, push, log } = await connect();
    await subscribe(peer, 'live');
    push('a');
    const { cursor: after } = await take(peer);
    const other = await open(user);
    expect(await subscribe(other, 'live', { after, ...(input && { input }) })).toMatchObject({ resumed: 'gap' });
    expect(await other.notified('rpc.gap')).toMatchObject({ reason: 'invalid' });
    expect(log).toEqual(['live begins', 'live begins']);
    const again = await open();
    expect(await subscribe(again, 'live', { after })).toMatchObject({ resumed: 'recovered' });
  });

  it('is resumed by the same instance where nobody in particular is behind it', async () => {
    const { url, push } = await connect();
    const open = (instance: string) => harness.native(url, { client: { instance } });
    const peer = await open('one');
    await subscribe(peer, 'live');
    push('a');
    const { cursor: after } = await take(peer);
    peer.socket.terminate();
    await subscribe(await open('two'), 'live', { after }).then(({ resumed }) => expect(resumed).toBe('gap'));
    await subscribe(await open('one'), 'live', { after }).then(({ resumed }) => expect(resumed).toBe('recovered'));
  });

  it('is let go when the middlewares refuse its client, who is told why', async () => {
    const { peer, open, push, refused, released, log } = await connect();
    await subscribe(peer, 'live');
    push('a', 'b');
    const { cursor: after } = await take(peer);
    peer.socket.terminate();
    refused.set('ada', new TRPCError({ code: 'FORBIDDEN', message: 'no longer' }));
    const again = await open();
    expect(await again.call('live', { after })).toMatchObject({ error: { data: { code: 'FORBIDDEN' } } });
    await released;
    refused.clear();
    expect(await subscribe(again, 'live', { after })).toMatchObject({ resumed: 'gap' });
    expect(log.filter((line) => line.endsWith('begins'))).toHaveLength(2);
  });

  it('stays where the middlewares may let its client pass at the next attempt', async () => {
    const { peer, open, push, refused } = await connect();
    const { cursor: after } = await subscribe(peer, 'live');
    push('a');
    await take(peer);
    peer.socket.terminate();
    refused.set('ada', new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'wait' }));
    const again = await open();
    expect(await again.call('live', { after })).toMatchObject({ error: { data: { code: 'TOO_MANY_REQUESTS' } } });
    refused.clear();
    expect(await subscribe(again, 'live', { after })).toMatchObject({ resumed: 'recovered' });
    expect(await take(again)).toMatchObject({ data: 'a' });
  });

  it('is kept for its time, then let go', async () => {
    const { peer, open, released, log } = await connect({ resume: { ms: 1 } });
    const { cursor: after } = await subscribe(peer, 'live');
    peer.socket.terminate();
    await released;
    const again = await open();
    await subscribe(again, 'live', { after });
    expect(await again.notified('rpc.gap')).toMatchObject({ reason: 'restarted' });
    expect(log).toContain('live cleans up');
  });

  it.each([
    ['unsubscribes', (peer: RawPeer, subscription: number) => peer.request('rpc.unsubscribe', { subscription })],
    ['says goodbye', (peer: RawPeer) => peer.socket.close(1000)],
  ])('is not kept for a client that %s', async (_name, leave) => {
    const { peer, released, log } = await connect();
    const { subscription } = await subscribe(peer, 'live');
    leave(peer, subscription);
    await released;
    expect(log).toContain('live cleans up');
  });

  it('is not kept where the procedure says so', async () => {
    const { peer, released, open } = await connect();
    const { cursor: after } = await subscribe(peer, 'unkept');
    peer.socket.terminate();
    await released;
    expect(await subscribe(await open(), 'unkept', { after })).toMatchObject({ resumed: 'gap' });
  });

  it('is let go when the server closes', async () => {
    const { peer, server, released, log } = await connect();
    await subscribe(peer, 'live');
    peer.socket.terminate();
    await server.close({ timeoutMs: 1 });
    await released;
    expect(log).toContain('live cleans up');
  });

  it('is not aborted while it waits, and is when its time is over', async () => {
    const signals: AbortSignal[] = [];
    const router = t.router({
      wait: t.procedure.subscription(async function* ({ signal }) {
        if (signal) signals.push(signal);
        yield 1;
        await whenAborted(signal);
      }),
      fine: t.procedure.query(() => 'fine'),
    });
    const { url, server } = await harness.serve({ router, resume: { ms: 50 } });
    const [peer, other] = [await harness.native(url), await harness.native(url)];
    await peer.call('wait');
    await peer.notified('rpc.next');
    peer.socket.terminate();
    while (server.connectionCount > 1) await other.call('fine');
    expect(signals[0]?.aborted).toBe(false);
    await whenAborted(signals[0]);
  });
});
