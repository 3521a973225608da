import { describe, expect, it } from '@jest/globals';
import { FakeHost } from '../testing/fake-host.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import { revalidateSubscriptions } from './revalidate-subscriptions.js';
import type { Subscription } from './subscription.js';

function setUp(runMiddlewares: (input: unknown) => Promise<void> | undefined) {
  const host = new FakeHost();
  const log: string[] = [];
  const subscribe = (input: unknown, isOpen = true): Subscription => {
    const own = (what: string) => void log.push(`${String(input)} ${what}`);
    return {
      isOpen,
      path: 'ticks',
      kind: 'subscription',
      call: { input },
      hold: (isOn: boolean) => own(isOn ? 'held' : 'let go'),
      forbid: ({ key }: { key: string }) => own(`forbidden ${key}`),
      describe: () => ({}),
    } as unknown as Subscription;
  };
  const asking = {
    runs: { ...host.runs, runMiddlewares: ({ input }: { input: unknown }) => runMiddlewares(input) },
    errors: host.errors,
    request: host.request,
  };
  const session = { ...host.session, payload: 'json' as const };
  return {
    log,
    subscribe,
    ask: (...subscriptions: Subscription[]) => revalidateSubscriptions(subscriptions, asking, session),
  };
}

describe('revalidateSubscriptions', () => {
  it('holds each back until its middlewares have agreed', async () => {
    const gate = new Gate();
    const { log, subscribe, ask } = setUp(() => gate.opened);
    const asked = ask(subscribe('a'), subscribe('b'));
    expect(log).toEqual(['a held', 'b held']);
    gate.open();
    expect(await asked).toEqual({ checkedCount: 2, endedCount: 0 });
    expect(log.slice(2)).toEqual(['a let go', 'b let go']);
  });

  it('forbids those that are refused, before anything is let go', async () => {
    const { log, subscribe, ask } = setUp((input) =>
      input === 'a' ? Promise.reject(new Error('No.')) : Promise.resolve(),
    );
    expect(await ask(subscribe('a'), subscribe('b'))).toEqual({ checkedCount: 2, endedCount: 1 });
    expect(log.indexOf('a forbidden INTERNAL_SERVER_ERROR')).toBeLessThan(log.indexOf('a let go'));
    expect(log).not.toContain('b forbidden INTERNAL_SERVER_ERROR');
  });

  it('leaves alone what has not begun, and what only tRPC can run', async () => {
    const { log, subscribe, ask } = setUp(() => undefined);
    expect(await ask(subscribe('a', false), subscribe('b'))).toEqual({ checkedCount: 1, endedCount: 0 });
    expect(log).toEqual([]);
  });
});
