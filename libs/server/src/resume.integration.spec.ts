import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC, tracked } from '@trpc/server';
import * as z from 'zod';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();

function createFeed() {
  const inputs: unknown[] = [];
  async function* once(input: unknown) {
    inputs.push(input);
    yield tracked('5', 'five');
  }
  const position = z.object({ room: z.string().optional(), lastEventId: z.string().optional() }).optional();
  const router = t.router({
    messages: t.procedure.input(position).subscription(async function* ({ input }) {
      inputs.push(input);
      for (let id = Number(input?.lastEventId ?? 0) + 1; id <= 5; id += 1) yield tracked(String(id), `message ${id}`);
    }),
    mixed: t.procedure.input(position).subscription(async function* ({ input }) {
      inputs.push(input);
      yield tracked('7', 'seven');
      yield 'typing';
    }),
    plain: t.procedure.subscription(async function* () {
      yield 'a';
      yield 'b';
    }),
    stripping: t.procedure.input(z.object({ room: z.string() })).subscription(({ input }) => once(input)),
    strict: t.procedure.input(z.strictObject({ room: z.string() })).subscription(({ input }) => once(input)),
    inputless: t.procedure.subscription(({ input }) => once(input)),
    anything: t.procedure.input(z.unknown()).subscription(({ input }) => once(input)),
    byNumber: t.procedure.input(z.number()).subscription(async function* ({ input }) {
      inputs.push(input);
      yield input;
    }),
  });
  return { router, inputs };
}

interface Params {
  readonly cursor?: string;
  readonly data?: unknown;
}

describe('Resuming where the run is gone', () => {
  const harness = useHarness();

  async function connect() {
    const feed = createFeed();
    const { url } = await harness.serve({ router: feed.router, resume: { maxRuns: 0 } });
    return { ...feed, url, peer: await harness.native(url) };
  }

  /** Reads a whole subscription. */
  async function read(peer: RawPeer, path: string, params: Record<string, unknown> = {}) {
    const { result } = await peer.call(path, params);
    await peer.notified('rpc.end');
    const told = peer.untaken.map(({ method, params: told }) => ({ method, params: told as Params }));
    await peer.call('rpc.ping');
    while (peer.untaken.length > 0) await peer.next();
    return { result: result as { cursor: string; resumed: string }, told };
  }

  const cursorsOf = ({ told }: Awaited<ReturnType<typeof read>>) => told.map(({ params }) => params.cursor ?? '');

  it('a subscription anew is fresh, and its answer has a cursor already', async () => {
    const { peer } = await connect();
    const first = await read(peer, 'plain');
    expect(first.result).toMatchObject({ resumed: 'fresh', cursor: expect.stringMatching(/^[\w-]+\.0$/) });
    expect(cursorsOf(first).map((cursor) => cursor.replace(/^[\w-]+/, 'run'))).toEqual(['run.1', 'run.2']);
  });

  it('at a tracked event the procedure goes on after it', async () => {
    const { peer, inputs } = await connect();
    const first = await read(peer, 'messages', { input: { room: 'tea' } });
    const again = await read(peer, 'messages', { input: { room: 'tea' }, after: cursorsOf(first)[2] });
    expect(again.result.resumed).toBe('recovered');
    expect(again.told.map(({ params }) => params.data)).toEqual([
      { id: '4', data: 'message 4' },
      { id: '5', data: 'message 5' },
    ]);
    expect(inputs).toEqual([{ room: 'tea' }, { room: 'tea', lastEventId: '3' }]);
  });

  it('works on another connection', async () => {
    const { peer, url } = await connect();
    const first = await read(peer, 'messages');
    peer.socket.terminate();
    const again = await read(await harness.native(url), 'messages', { after: cursorsOf(first)[3] });
    expect(again.told.map(({ params }) => params.data)).toEqual([{ id: '5', data: 'message 5' }]);
  });

  it('at the cursor of the answer to a resume goes on at the same place', async () => {
    const { peer, inputs } = await connect();
    const first = await read(peer, 'messages');
    const second = await read(peer, 'messages', { after: cursorsOf(first)[2] });
    await read(peer, 'messages', { after: second.result.cursor });
    expect(inputs).toEqual([undefined, { lastEventId: '3' }, { lastEventId: '3' }]);
  });

  it('at an untracked event goes on after the tracked one before it', async () => {
    const { peer, inputs } = await connect();
    const first = await read(peer, 'mixed');
    await read(peer, 'mixed', { after: cursorsOf(first)[1] });
    expect(inputs).toEqual([undefined, { lastEventId: '7' }]);
  });

  it('without a tracked id begins anew, and says so before any event', async () => {
    const { peer } = await connect();
    const first = await read(peer, 'plain');
    const again = await read(peer, 'plain', { after: cursorsOf(first)[0] });
    expect(again.result.resumed).toBe('gap');
    expect(again.told).toMatchObject([
      {
        method: 'rpc.gap',
        params: { subscription: 2, reason: 'restarted', cursor: again.result.cursor.replace('.0', '.1') },
      },
      { method: 'rpc.next', params: { data: 'a' } },
      { method: 'rpc.next', params: { data: 'b' } },
    ]);
  });

  it.each(['', 'garbage', '.5', 'run.', 'run.-1', 'ü.1', `${'r'.repeat(33)}.1`])(
    'at %j, which is no cursor, begins anew and says that it is invalid',
    async (after) => {
      const { peer, inputs } = await connect();
      const { result, told } = await read(peer, 'messages', { after });
      expect(result.resumed).toBe('gap');
      expect(told[0]).toMatchObject({ method: 'rpc.gap', params: { reason: 'invalid' } });
      expect(told).toHaveLength(6);
      expect(inputs).toEqual([undefined]);
    },
  );

  it.each([7, null, {}, 'x'.repeat(1025)])('at a cursor of a wrong form is refused', async (after) => {
    const { peer } = await connect();
    expect(await peer.call('messages', { after })).toMatchObject({ error: { data: { code: 'INVALID_PARAMS' } } });
  });

  it('does not put the position into an input that is no object', async () => {
    const { peer, inputs } = await connect();
    const { result, told } = await read(peer, 'byNumber', { input: 3, after: 'run.1~9' });
    expect(result.resumed).toBe('gap');
    expect(told[0]).toMatchObject({ method: 'rpc.gap', params: { reason: 'restarted' } });
    expect(inputs).toEqual([3]);
  });

  it.each(['stripping', 'strict', 'inputless'])(
    'says that a %s procedure began anew, and does not fail it',
    async (path) => {
      const { peer, inputs } = await connect();
      const { result, told } = await read(peer, path, { input: { room: 'tea' }, after: 'run.4~4' });
      expect(result).toMatchObject({ resumed: 'gap', cursor: expect.not.stringContaining('~') });
      expect(told.map(({ method }) => method)).toEqual(['rpc.gap', 'rpc.next']);
      expect(told[0]?.params).toMatchObject({ reason: 'restarted' });
      expect(inputs).toEqual([path === 'inputless' ? undefined : { room: 'tea' }]);
    },
  );

  it('believes a procedure whose schema hands everything on', async () => {
    const { peer, inputs } = await connect();
    const { result } = await read(peer, 'anything', { input: { room: 'tea' }, after: 'run.4~4' });
    expect(result.resumed).toBe('recovered');
    expect(inputs).toEqual([{ room: 'tea', lastEventId: '4' }]);
  });

  it('credits nothing for a gap', async () => {
    const { peer } = await connect();
    await peer.call('plain', { after: 'run.1', credit: 1 });
    expect(await peer.notified('rpc.gap')).toMatchObject({ reason: 'restarted' });
    expect(await peer.notified('rpc.next')).toMatchObject({ data: 'a' });
    await peer.call('rpc.ping');
    expect(peer.untaken).toEqual([]);
  });

  it('in the stock dialect hands lastEventId to the procedure', async () => {
    const { url, inputs } = await connect();
    const peer = await harness.stock(url);
    peer.send({
      id: 1,
      method: 'subscription',
      params: { path: 'messages', input: { room: 'tea' }, lastEventId: '4' },
    });
    await peer.take(({ result }) => (result as { type?: string } | undefined)?.type === 'stopped');
    expect(inputs).toEqual([{ room: 'tea', lastEventId: '4' }]);
    expect(peer.untaken).toContainEqual({
      id: 1,
      result: { type: 'data', id: '5', data: { id: '5', data: 'message 5' } },
    });
  });

  it('is done by a tRPC client after a lost connection', async () => {
    const sockets: { terminate(): void }[] = [];
    const live = initTRPC.create();
    const inputs: unknown[] = [];
    const router = live.router({
      messages: live.procedure.input(z.object({ lastEventId: z.string().optional() })).subscription(async function* ({
        input,
        signal,
      }) {
        inputs.push(input);
        const next = Number(input.lastEventId ?? 0) + 1;
        yield tracked(String(next), next);
        await whenAborted(signal);
      }),
    });
    const { url } = await harness.serve({
      router,
      createContext: ({ res }) => {
        sockets.push(res);
        return {};
      },
    });
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: harness.stockSocket(url) })] });
    const [first, second] = [new Gate(), new Gate()];
    const events: unknown[] = [];
    client.messages.subscribe(
      {},
      {
        onData(event) {
          events.push(event);
          (events.length === 1 ? first : second).open();
        },
      },
    );
    await first.opened;
    sockets[0]?.terminate();
    await second.opened;
    expect(events).toEqual([
      { id: '1', data: 1 },
      { id: '2', data: 2 },
    ]);
    expect(inputs).toEqual([{}, { lastEventId: '1' }]);
  });
});
