import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import type { Call } from '@trunkline/protocol';
import { ServedContract } from '../contract/served-contract.js';
import { createCall, FakeHost } from '../testing/fake-host.spec-support.js';
import { Dispatcher } from './dispatcher.js';

const t = initTRPC.create();
const CONTRACT = new ServedContract('hash', new Map([['add', ['new', 'old']]]), undefined);

function setUp(contract: ServedContract | null = CONTRACT) {
  const runs: string[] = [];
  const router = t.router({
    add: t.procedure.mutation(() => runs.push('add')),
    lazily: lazy(async () => {
      runs.push('loading');
      return t.router({ get: t.procedure.query(() => runs.push('lazily.get')) });
    }),
  });
  const outcomes: string[] = [];
  const observation = {
    onCall: ({ path, error }: { path: string; error: string | undefined }) =>
      void outcomes.push(`${path} ${error ?? 'answered'}`),
  };
  const host = new FakeHost({ router, observation, ...(contract && { contract }) });
  const dispatcher = new Dispatcher(host);
  const call = async (path: string, members: Partial<Call> = {}): Promise<unknown> => {
    dispatcher.handle(createCall({ path, ...members }), host.session, host.sink);
    const [answer] = await host.said();
    return JSON.parse(answer ?? 'null');
  };
  return { host, call, runs, outcomes };
}

const refused = { error: { data: { code: 'UPGRADE_REQUIRED', ran: false } } };

describe('Dispatcher with a contract', () => {
  it('runs what is asked for in a form that is listed, or in none', async () => {
    const { call, runs } = setUp();
    for (const shape of ['new', 'old', undefined]) await call('add', { shape });
    expect(runs).toEqual(['add', 'add', 'add']);
  });

  it('runs nothing for a form that is not listed, and does not load a router for it', async () => {
    const { call, host, runs, outcomes } = setUp();
    expect(await call('add', { shape: 'older' })).toMatchObject(refused);
    expect(await call('lazily.get', { shape: 'older' })).toMatchObject(refused);
    expect(runs).toEqual([]);
    expect(outcomes).toEqual(['add UPGRADE_REQUIRED', 'lazily.get UPGRADE_REQUIRED']);
    expect(host.observer.counters.callsFailed.UPGRADE_REQUIRED).toBe(2);
  });

  it('takes any form where it has no contract', async () => {
    const { call, runs } = setUp(null);
    await call('add', { shape: 'older' });
    expect(runs).toEqual(['add']);
  });

  it('sends a client elsewhere when it stops, where its form may be served', async () => {
    const { call, host } = setUp();
    host.isDraining = true;
    expect(await call('add', { shape: 'older' })).toMatchObject({ error: { data: { code: 'SHUTTING_DOWN' } } });
  });
});
