import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

const t = initTRPC.create();

describe('Draining', () => {
  const harness = useHarness();

  async function open() {
    const [started, release] = [new Gate(), new Gate()];
    const router = t.router({
      slow: t.procedure.mutation(async () => {
        started.open();
        await release.opened;
        return 'sold';
      }),
      fine: t.procedure.query(() => 'fine'),
      ticks: t.procedure.subscription(async function* ({ signal }) {
        yield 1;
        await whenAborted(signal);
      }),
    });
    const clock = new MovableClock();
    const serving = await harness.serve({ router, clock, heartbeatMs: 0 });
    return { started, release, clock, serving };
  }

  it('tells each client its slot and the deadline, and goes on serving it until it has gone', async () => {
    const { serving } = await open();
    const [first, second] = [await harness.native(serving.url), await harness.native(serving.url)];
    const drained = serving.server.drain({ deadlineMs: 3000, spreadMs: 1000 });
    expect(await first.notified('rpc.drain')).toEqual({ reconnectAfterMs: 0, deadlineMs: 3000 });
    expect(await second.notified('rpc.drain')).toEqual({ reconnectAfterMs: 500, deadlineMs: 3000 });
    expect(await second.call('fine')).toMatchObject({ result: { output: 'fine' } });
    for (const peer of [first, second]) peer.socket.close(1000);
    expect(await drained).toMatchObject({ connectionCount: 2, movedCount: 2, closedCount: 0, cutCount: 0 });
  });

  it('takes no new connections, and refuses them with a code that says that nothing ran', async () => {
    const { serving } = await open();
    const peer = await harness.native(serving.url);
    const drained = serving.server.drain();
    const late = await harness.connect(serving.url);
    expect((await late.closed).code).toBe(4200);
    peer.socket.close(1000);
    await drained;
  });

  it('closes who does nothing after the spread, and who waits for a call after its answer', async () => {
    const { serving, clock, started, release } = await open();
    const [idle, busy] = [await harness.native(serving.url), await harness.native(serving.url)];
    const id = busy.request('slow');
    await started.opened;
    const drained = serving.server.drain({ deadlineMs: 3000, spreadMs: 1000 });
    await busy.notified('rpc.drain');
    clock.advance(1000);
    expect((await idle.closed).code).toBe(4200);
    clock.advance(1000);
    expect(await busy.call('fine')).toMatchObject({ error: { data: { code: 'SHUTTING_DOWN', ran: false } } });
    release.open();
    expect(await busy.answerTo(id)).toMatchObject({ result: { output: 'sold' } });
    expect((await busy.closed).code).toBe(4200);
    expect(await drained).toMatchObject({ closedCount: 2, cutCount: 0, durationMs: 2000 });
  });

  it('cuts who is still there at the deadline, and counts the calls that nobody was told about', async () => {
    const { serving, clock, started } = await open();
    const peer = await harness.native(serving.url);
    peer.request('slow');
    await started.opened;
    const drained = serving.server.drain({ deadlineMs: 3000, spreadMs: 1000 });
    clock.advance(3000);
    expect((await peer.closed).code).toBe(1006);
    expect(await drained).toMatchObject({ cutCount: 1, unansweredCallCount: 1, durationMs: 3000 });
  });

  it('sends a stock client tRPC’s own notice in its slot', async () => {
    const { serving, clock } = await open();
    const [first, second] = [await harness.stock(serving.url), await harness.stock(serving.url)];
    for (const peer of [first, second]) {
      peer.send({ id: 1, method: 'query', params: { path: 'fine' } });
      await peer.answerTo(1);
    }
    const drained = serving.server.drain({ deadlineMs: 3000, spreadMs: 1000 });
    expect(await first.next()).toEqual({ id: null, method: 'reconnect' });
    second.send({ id: 2, method: 'query', params: { path: 'fine' } });
    expect(await second.next()).toMatchObject({ id: 2, result: { data: 'fine' } });
    clock.advance(500);
    expect(await second.next()).toEqual({ id: null, method: 'reconnect' });
    for (const peer of [first, second]) peer.socket.close(1000);
    expect(await drained).toMatchObject({ movedCount: 2 });
  });

  it('lets an unchanged tRPC client go on elsewhere, its subscription with it', async () => {
    const { serving } = await open();
    const elsewhere = await harness.serve({
      router: t.router({
        ticks: t.procedure.subscription(async function* () {
          yield 2;
        }),
      }),
    });
    let url = serving.url;
    const socket = harness.stockSocket(serving.url, { url: () => url });
    const client = createTRPCClient<ReturnType<typeof t.router>>({ links: [wsLink({ client: socket })] });
    const events: unknown[] = [];
    const [arrived, moved] = [new Gate(), new Gate()];
    const ticks = (client as never as { ticks: { subscribe(input: undefined, on: object): unknown } }).ticks;
    ticks.subscribe(undefined, {
      onData: (event: unknown) => {
        events.push(event);
        if (event === 1) arrived.open();
        else moved.open();
      },
    });
    await arrived.opened;
    url = elsewhere.url;
    const drained = serving.server.drain({ spreadMs: 0 });
    await moved.opened;
    expect(events).toEqual([1, 2]);
    expect(await drained).toMatchObject({ connectionCount: 1, movedCount: 1 });
  });

  it('waits for the same end when it is asked twice, and refuses times that make no sense', async () => {
    const { serving } = await open();
    await expect(serving.server.drain({ deadlineMs: -1 })).rejects.toThrow('The option deadlineMs of drain() is -1');
    const peer = await harness.native(serving.url);
    const both = [serving.server.drain(), serving.server.drain()];
    peer.socket.close(1000);
    const [one, other] = await Promise.all(both);
    expect(one).toBe(other);
  });
});
