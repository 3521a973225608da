import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { stockDialect } from '../dialect/stock-dialect.js';
import type { TrunklineMeta } from '../router/procedure-meta.js';
import { createCall, FakeHost, type FakeHostOptions } from '../testing/fake-host.spec-support.js';
import { count } from '../testing/pump-target.spec-support.js';
import { createRun, decideKeepLimits } from './create-run.js';
import { DEFAULT_RESUME_LIMITS } from './run-shelf.js';
import type { SubscriptionPolicy } from './subscription-policy.js';

const t = initTRPC.meta<TrunklineMeta>().create();

function setUp(policy: SubscriptionPolicy | undefined, options: FakeHostOptions = {}) {
  const meta = policy === undefined ? {} : { trunkline: { subscription: policy } };
  const router = t.router({ ticks: t.procedure.meta(meta).subscription(() => count()) });
  const host = new FakeHost({ router, ...options });
  const caller = { describe: () => ({}) as never };
  return { host, run: createRun(host, createCall({ path: 'ticks', input: 7 }), host.session, caller) };
}

describe('createRun', () => {
  it('makes a run that can be found, with the bounds of the server', () => {
    const { host, run } = setUp(undefined, { resume: { events: 5 } });
    expect(host.runs.shelf.find('run')).toBe(run);
    expect(run.parts).toMatchObject({
      owner: host.owner,
      flow: { overflow: 'pause', maxRate: undefined, maxQueuedEvents: 1024 },
      kept: { limits: { events: 5 } },
    });
    expect(run.parts.fingerprint).not.toBe('');
  });

  it('follows the policy of the procedure', () => {
    const { run } = setUp({ overflow: 'latest', maxRate: 5, keep: { ms: 1 } });
    expect(run.parts).toMatchObject({ flow: { overflow: 'latest', maxRate: 5 }, kept: { limits: { ms: 1 } } });
  });

  it.each([
    ['that nobody keeps', { keep: false }, {}],
    ['of a stock client', undefined, { dialect: stockDialect }],
  ] as const)('makes a run %s that cannot be found', (_name, policy, options) => {
    const { host, run } = setUp(policy, options);
    expect([host.runs.shelf.runCount, run.isKept]).toEqual([0, false]);
  });
});

describe('decideKeepLimits', () => {
  it('takes from the server what the policy does not name', () => {
    const { events, bytes } = DEFAULT_RESUME_LIMITS;
    expect(decideKeepLimits({ keep: { ms: 5 } }, DEFAULT_RESUME_LIMITS)).toEqual({ events, bytes, ms: 5 });
    expect(decideKeepLimits({ keep: false }, DEFAULT_RESUME_LIMITS)).toBeUndefined();
  });
});
