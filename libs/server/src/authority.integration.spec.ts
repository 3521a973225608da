import { describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

interface User {
  readonly name: string | null;
  readonly until: number | null;
  readonly mayRead: boolean;
}

const t = initTRPC.context<User>().create();

const reading = t.procedure.use(({ ctx, next }) => {
  if (!ctx.mayRead) throw new TRPCError({ code: 'FORBIDDEN', message: 'Not for you.' });
  return next();
});

/** A token is `name[,seconds from now][,blind]`. */
function readToken(clock: MovableClock, token: string | undefined): User {
  if (token === undefined) return { name: null, until: null, mayRead: true };
  if (token === 'bad') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Who?' });
  const [name = '', seconds, blind] = token.split(',');
  return { name, until: seconds ? clock.now() + Number(seconds) * 1000 : null, mayRead: blind === undefined };
}

describe('Authority', () => {
  const harness = useHarness();

  async function open() {
    const clock = new MovableClock();
    const ticked = { gate: new Gate() };
    const blocked = new Set<string>();
    const router = t.router({
      who: t.procedure.query(({ ctx }) => ctx.name),
      slow: t.procedure.query(async ({ ctx, signal }) => {
        await whenAborted(signal);
        return ctx.name;
      }),
      ticks: reading
        .use(({ ctx, next }) => {
          if (ctx.name !== null && blocked.has(ctx.name))
            throw new TRPCError({ code: 'FORBIDDEN', message: 'Blocked.' });
          return next();
        })
        .subscription(async function* () {
          for (let number = 1; ; number += 1) {
            yield number;
            await ticked.gate.opened;
            ticked.gate = new Gate();
          }
        }),
    });
    const serving = await harness.serve({
      router,
      clock,
      heartbeatMs: 0,
      createContext: ({ info, req }) =>
        readToken(clock, info.connectionParams?.['token'] ?? /token=([^;]+)/.exec(req.headers.cookie ?? '')?.[1]),
      principal: ({ name }) => name,
      expiresAt: ({ until }) => until,
    });
    const { url, server } = serving;
    const connect = (token: string) => harness.native(url, { connectionParams: { token }, client: { instance: 'i' } });
    const authenticate = (peer: Awaited<ReturnType<typeof connect>>, token: string) =>
      peer.call('rpc.auth', { connectionParams: { token } });
    return { clock, url, server, connect, authenticate, blocked, ticked };
  }

  describe('that ends', () => {
    it('is told in the welcome, warned of, and closes the connection with 4301', async () => {
      const { clock, url } = await open();
      const peer = await harness.connect(url);
      const id = peer.request('rpc.hello', { connectionParams: { token: 'ada,60' } });
      expect(await peer.answerTo(id)).toMatchObject({ result: { expiresInMs: 60_000 } });
      clock.advance(30_000);
      expect(await peer.notified('rpc.expiring')).toEqual({ inMs: 30_000 });
      clock.advance(30_000);
      expect(await peer.closed).toEqual({ code: 4301, reason: 'the credentials have expired (option expiresAt)' });
    });

    it('is warned of as early as the option expiryWarningMs says', async () => {
      const clock = new MovableClock();
      const router = initTRPC.context<object>().create().router({});
      const expiresAt = () => clock.now() + 60_000;
      const serving = await harness.serve({
        router,
        clock,
        createContext: () => ({}),
        expiresAt,
        expiryWarningMs: 60_000,
      });
      const peer = await harness.native(serving.url);
      expect(await peer.notified('rpc.expiring')).toEqual({ inMs: 60_000 });
    });

    it('had ended before it began', async () => {
      const { url } = await open();
      const peer = await harness.connect(url);
      peer.request('rpc.hello', { connectionParams: { token: 'ada,-1' } });
      expect((await peer.closed).code).toBe(4301);
    });

    it('closes a stock client too, without a word that it would not know', async () => {
      const { clock, url } = await open();
      const peer = await harness.connect(url, { subprotocols: [], headers: { cookie: 'token=ada,10' } });
      peer.send({ id: 1, method: 'query', params: { path: 'who' } });
      expect(await peer.answerTo(1)).toMatchObject({ result: { data: 'ada' } });
      clock.advance(10_000);
      expect((await peer.closed).code).toBe(4301);
      expect(peer.untaken).toEqual([]);
    });
  });

  describe('that is refreshed on the live socket', () => {
    it('goes on, and later calls have the new context', async () => {
      const { clock, connect, authenticate } = await open();
      const peer = await connect('ada,60');
      clock.advance(59_000);
      expect(await authenticate(peer, 'ada,60')).toMatchObject({ result: { expiresInMs: 60_000 } });
      clock.advance(59_000);
      expect(await peer.call('who')).toMatchObject({ result: { output: 'ada' } });
      expect(await authenticate(peer, 'ada')).toEqual({ jsonrpc: '2.0', id: expect.anything(), result: {} });
      clock.advance(1_000_000);
      expect(await peer.call('who')).toMatchObject({ result: { output: 'ada' } });
    });

    it.each([
      ['eve', 'FORBIDDEN', 'These are the credentials of somebody else; open another connection for them.'],
      ['bad', 'UNAUTHORIZED', 'Who?'],
      ['ada,-5', 'UNAUTHORIZED', 'These credentials have expired.'],
    ])('refuses the token %p with %s and keeps the old ones', async (token, code, message) => {
      const { connect, authenticate } = await open();
      const peer = await connect('ada,60');
      expect(await authenticate(peer, token)).toMatchObject({ error: { message, data: { code } } });
      expect(await peer.call('who')).toMatchObject({ result: { output: 'ada' } });
    });

    it('leaves running calls the context they began with', async () => {
      const { connect, authenticate } = await open();
      const peer = await connect('ada');
      const id = peer.request('slow');
      await authenticate(peer, 'ada,100');
      peer.notify('rpc.cancel', { id });
      expect(await peer.answerTo(id)).toMatchObject({ result: { output: 'ada' } });
    });

    it('ends a subscription that the new context may not read, before any further event', async () => {
      const { connect, authenticate, ticked } = await open();
      const peer = await connect('ada');
      await peer.call('ticks');
      await peer.notified('rpc.next');
      expect(await authenticate(peer, 'ada,100,blind')).toHaveProperty('result');
      ticked.gate.open();
      const end = await peer.notified('rpc.end');
      expect(end).toMatchObject({ error: { message: 'Not for you.', data: { code: 'FORBIDDEN' } } });
      expect(peer.untaken).toEqual([]);
    });

    it('lets a subscription go on that the new context may read', async () => {
      const { connect, authenticate, ticked } = await open();
      const peer = await connect('ada');
      await peer.call('ticks');
      await peer.notified('rpc.next');
      await authenticate(peer, 'ada,100');
      ticked.gate.open();
      expect(await peer.notified('rpc.next')).toMatchObject({ data: 2 });
    });
  });

  it('cannot be refreshed where nobody knows who is who', async () => {
    const serving = await harness.serve({ router: initTRPC.create().router({}) });
    const peer = await harness.native(serving.url);
    expect(await peer.call('rpc.auth', { connectionParams: {} })).toMatchObject({
      error: { data: { code: 'METHOD_NOT_FOUND' } },
    });
  });

  it('answers only one refresh at a time, and none that takes too long', async () => {
    const gate = new Gate();
    const clock = new MovableClock();
    let isFirst = true;
    const serving = await harness.serve({
      router: initTRPC.context<object>().create().router({}),
      clock,
      createContext: async () => {
        if (!isFirst) await gate.opened;
        isFirst = false;
        return {};
      },
      principal: () => 'ada',
    });
    const peer = await harness.native(serving.url);
    const id = peer.request('rpc.auth', { connectionParams: null });
    expect(await peer.call('rpc.auth', { connectionParams: null })).toMatchObject({
      error: { data: { code: 'TOO_MANY_REQUESTS' } },
    });
    clock.advance(10_000);
    expect(await peer.answerTo(id)).toMatchObject({ error: { data: { code: 'TIMEOUT' } } });
    gate.open();
  });

  it('that is revoked closes every connection of the principal, and nobody else’s', async () => {
    const { server, connect } = await open();
    const [one, other, eve] = [await connect('ada'), await connect('ada'), await connect('eve')];
    expect(server.revoke('ada', 'logged out')).toBe(2);
    for (const peer of [one, other]) expect(await peer.closed).toEqual({ code: 4302, reason: 'logged out' });
    expect(await eve.call('who')).toMatchObject({ result: { output: 'eve' } });
  });

  it('that is revoked leaves nothing to resume', async () => {
    const { server, connect } = await open();
    const peer = await connect('ada');
    await peer.call('ticks');
    const { cursor } = await peer.notified('rpc.next');
    peer.socket.terminate();
    await peer.closed;
    server.revoke('ada');
    const again = await connect('ada');
    expect(await again.call('ticks', { after: cursor })).toMatchObject({ result: { resumed: 'gap' } });
    expect(await again.notified('rpc.gap')).toMatchObject({ reason: 'restarted' });
  });

  it('that is revalidated ends the subscriptions whose middlewares refuse now', async () => {
    const { server, connect, blocked } = await open();
    const [ada, eve] = [await connect('ada'), await connect('eve')];
    for (const peer of [ada, eve]) {
      await peer.call('ticks');
      await peer.notified('rpc.next');
    }
    blocked.add('eve');
    expect(await server.revalidate('ada')).toEqual({ checkedCount: 1, endedCount: 0 });
    expect(await server.revalidate()).toEqual({ checkedCount: 2, endedCount: 1 });
    expect(await eve.notified('rpc.end')).toMatchObject({ error: { message: 'Blocked.' } });
    expect(await server.revalidate()).toEqual({ checkedCount: 1, endedCount: 0 });
  });

  it('comes from the cookie of the upgrade, as browsers send it', async () => {
    const { url } = await open();
    const peer = await harness.connect(url, { headers: { cookie: 'theme=dark; token=ada' } });
    peer.request('rpc.hello', {}, 'hello');
    await peer.answerTo('hello');
    expect(await peer.call('who')).toMatchObject({ result: { output: 'ada' } });
  });
});
