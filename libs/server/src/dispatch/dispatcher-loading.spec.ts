import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import type { Call } from '@trunkline/protocol';
import { stockDialect } from '../dialect/stock-dialect.js';
import type { CallNotice } from '../observation/notices.js';
import { createCall, FakeHost, type FakeHostOptions } from '../testing/fake-host.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import { Dispatcher } from './dispatcher.js';

const t = initTRPC.create();

function setUp(options: FakeHostOptions = {}) {
  const gate = new Gate();
  const runs: string[] = [];
  const router = t.router({
    get: t.procedure.query(() => 'got'),
    lazily: lazy(async () => {
      await gate.opened;
      return t.router({
        get: t.procedure.query(() => runs.push('lazily.get')),
        ticks: t.procedure.subscription(async function* () {
          yield 1;
          await new Promise<never>(() => undefined);
        }),
      });
    }),
  });
  const host = new FakeHost({ router, ...options });
  const dispatcher = new Dispatcher(host);
  const call = (id: number | string, path: string, members: Partial<Call> = {}): void =>
    dispatcher.handle(createCall({ id, path, ...members }), host.session, host.sink);
  return { host, dispatcher, gate, runs, call };
}

async function replies(host: FakeHost): Promise<readonly { readonly error?: { readonly message: string } }[]> {
  return (await host.said()).map((frame) => JSON.parse(frame) as { readonly error?: { readonly message: string } });
}

describe('Dispatcher, while a router is loaded,', () => {
  it('cancels the call at once, and runs nothing when the router is there', async () => {
    for (const [options, code] of [
      [{}, 'CANCELLED'],
      [{ dialect: stockDialect }, 'CLIENT_CLOSED_REQUEST'],
    ] as const) {
      const { host, dispatcher, gate, call, runs } = setUp(options);
      call(1, 'lazily.get');
      dispatcher.handle({ type: 'cancel', call: 1 }, host.session, host.sink);
      expect(await replies(host)).toMatchObject([{ id: 1, error: { data: { code, ran: false } } }]);
      expect(host.calls.count).toBe(0);
      gate.open();
      expect(await host.said()).toEqual([]);
      expect(runs).toEqual([]);
    }
  });

  it('tells a stock client that its subscription stopped', async () => {
    const { host, dispatcher, call } = setUp({ dialect: stockDialect });
    call(1, 'lazily.get', { kind: 'subscription', echoesJsonrpc: false });
    dispatcher.handle({ type: 'cancel', call: 1 }, host.session, host.sink);
    expect(await host.said()).toEqual(['{"id":1,"result":{"type":"stopped"}}']);
  });

  it('does not take the same id again', async () => {
    const { host, call } = setUp();
    call(1, 'lazily.get');
    call(1, 'get');
    expect(host.violations).toEqual(['The id 1 is in use.']);
  });

  it('opens a stock subscription of one id once', async () => {
    const { host, gate, call } = setUp({ dialect: stockDialect });
    call(1, 'lazily.ticks', { kind: 'subscription' });
    call(1, 'lazily.ticks', { kind: 'subscription' });
    gate.open();
    expect((await replies(host)).filter(({ error }) => error?.message === 'Duplicate id 1')).toHaveLength(1);
    expect(host.subscriptions.count).toBe(1);
  });

  it('answers the call when the server drains, and runs nothing when the router is there', async () => {
    const { host, dispatcher, gate, call, runs } = setUp();
    call(1, 'lazily.get');
    host.isDraining = true;
    dispatcher.drain();
    expect(await replies(host)).toMatchObject([{ id: 1, error: { data: { code: 'SHUTTING_DOWN', ran: false } } }]);
    expect([host.calls.count, host.endedCount]).toEqual([0, 1]);
    gate.open();
    expect(await host.said()).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('tells of a call whose connection closes, and runs nothing when the router is there', async () => {
    const notices: CallNotice[] = [];
    const { host, gate, call, runs } = setUp({ observation: { onCall: (notice) => notices.push(notice) } });
    call(1, 'lazily.get');
    host.clock.advance(20);
    host.isOpen = false;
    host.calls.abandonAll();
    expect(notices).toMatchObject([{ id: 1, path: 'lazily.get', outcome: 'abandoned', durationMs: 20 }]);
    expect([host.calls.count, host.endedCount, host.observer.counters.callsAbandoned]).toEqual([0, 1, 1]);
    gate.open();
    expect(await host.said()).toEqual([]);
    expect([runs, notices.length]).toEqual([[], 1]);
  });

  it('counts the call among those in flight', async () => {
    const { host, call } = setUp({ limits: { maxCallsInFlight: 1 } });
    call(1, 'lazily.get');
    call(2, 'get');
    expect(await replies(host)).toMatchObject([{ id: 2, error: { data: { limit: 'maxCallsInFlight' } } }]);
  });
});
