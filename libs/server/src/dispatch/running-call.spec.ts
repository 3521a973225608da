import { describe, expect, it } from '@jest/globals';
import type { Call } from '@trunkline/protocol';
import fc from 'fast-check';
import { stockDialect } from '../dialect/stock-dialect.js';
import { createCall, FakeHost, type FakeHostOptions } from '../testing/fake-host.spec-support.js';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { RunningCall } from './running-call.js';

/** A call whose procedure ends when a spec says so. */
function setUp(members: Partial<Call> = {}, options: FakeHostOptions = {}) {
  let succeed: (output: unknown) => void = () => undefined;
  let reject: (thrown: unknown) => void = () => undefined;
  const run = () =>
    new Promise((resolve, rejectRun) => {
      succeed = resolve;
      reject = rejectRun;
    });
  const host = new FakeHost({ run, ...options });
  const call = new RunningCall(host, createCall({ path: 'orders.byId', ...members }), 'query', host.session, host.sink);
  host.calls.add(call);
  call.start();
  return {
    host,
    call,
    succeed: (output?: unknown) => succeed(output),
    fail: (message = 'secret') => reject(new Error(message)),
    reject: (thrown: unknown) => reject(thrown),
  };
}

const codeOf = (frame: string | undefined): unknown =>
  (JSON.parse(frame ?? '{}') as { error?: { data?: { code?: unknown } } }).error?.data?.code;

describe('RunningCall', () => {
  it('answers with the output, and is over', async () => {
    const { host, succeed } = setUp();
    succeed({ total: 3 });
    expect(await host.said()).toEqual(['{"id":1,"result":{"output":{"total":3}}}']);
    expect(host.calls.count).toBe(0);
    expect(host.endedCount).toBe(1);
  });

  it('answers without a member when there is no output', async () => {
    const { host, succeed } = setUp();
    succeed();
    expect(await host.said()).toEqual(['{"id":1,"result":{}}']);
  });

  it('answers with what may be seen of an error, and tells the application all of it', async () => {
    const { host, fail } = setUp();
    fail('secret');
    const said = await host.said();
    expect(said).toHaveLength(1);
    expect(codeOf(said[0])).toBe('INTERNAL_SERVER_ERROR');
    expect(said[0]).not.toContain('secret');
    expect(host.notices).toEqual(['query orders.byId: secret']);
  });

  it('answers an output that cannot travel with an error, and tells the application where', async () => {
    const { host, succeed } = setUp();
    succeed({ totals: [1n] });
    expect(codeOf((await host.said())[0])).toBe('INTERNAL_SERVER_ERROR');
    expect(host.notices[0]).toContain('The output of "orders.byId" cannot travel. totals[0]: ');
  });

  it('does not run at all when its input cannot be read', async () => {
    let hasRun = false;
    const host = new FakeHost({
      run: () => {
        hasRun = true;
        return Promise.resolve();
      },
    });
    const failing = { encode: () => undefined, decode: () => host.session.codecs.output.encode(1n) };
    const session = { ...host.session, codecs: { ...host.session.codecs, input: failing } };
    new RunningCall(host, createCall({ path: 'orders.byId' }), 'query', session, host.sink).start();
    expect(codeOf((await host.said())[0])).toBe('BAD_REQUEST');
    expect(hasRun).toBe(false);
    expect(host.endedCount).toBe(1);
  });

  it.each([
    ['a generator', (async function* () {})()],
    ['an observable', { subscribe: () => undefined }],
  ])('refuses %s, which only a subscription can send', async (_name, output) => {
    const { host, succeed } = setUp();
    succeed(output);
    const said = await host.said();
    expect(codeOf(said[0])).toBe('UNSUPPORTED_MEDIA_TYPE');
    expect(said[0]).toContain('\\"orders.byId\\" is a query and returned a stream; only subscriptions can.');
  });

  describe('#cancel', () => {
    it('aborts the signal, and answers CANCELLED once the procedure has given up', async () => {
      const { host, call, fail } = setUp();
      call.cancel();
      expect(call.signal.aborted).toBe(true);
      expect(await host.said()).toEqual([]);
      fail('aborted');
      expect(codeOf((await host.said())[0])).toBe('CANCELLED');
      expect(host.notices).toEqual([]);
    });

    it('answers with the result of a procedure that finishes all the same', async () => {
      const { host, call, succeed } = setUp();
      call.cancel();
      succeed(7);
      expect(await host.said()).toEqual(['{"id":1,"result":{"output":7}}']);
    });

    it('speaks of it to a stock client in a word that tRPC knows', async () => {
      const { host, call, fail } = setUp({}, { dialect: stockDialect });
      call.cancel();
      fail();
      expect(codeOf((await host.said())[0])).toBe('CLIENT_CLOSED_REQUEST');
    });
  });

  describe('past its deadline', () => {
    it('answers TIMEOUT at once and aborts the signal', async () => {
      const { host, call } = setUp({ deadlineMs: 500 });
      host.clock.advance(499);
      expect(await host.said()).toEqual([]);
      host.clock.advance(1);
      const said = await host.said();
      expect(codeOf(said[0])).toBe('TIMEOUT');
      expect(said[0]).toContain('The deadline of 500 ms passed before \\"orders.byId\\" was done');
      expect(call.signal.reason).toMatchObject({ name: 'TimeoutError' });
    });

    it('keeps its place until the procedure is really over', async () => {
      const { host, succeed } = setUp({ deadlineMs: 500 });
      host.clock.advance(500);
      await host.said();
      expect(host.calls.count).toBe(1);
      succeed('too late');
      expect(await host.said()).toEqual([]);
      expect(host.calls.count).toBe(0);
    });

    it('says CANCELLED to a caller that had cancelled before', async () => {
      const { host, call } = setUp({ deadlineMs: 500 });
      call.cancel();
      host.clock.advance(500);
      expect(codeOf((await host.said())[0])).toBe('CANCELLED');
    });

    it('does not keep a timer when it was in time', async () => {
      const { host, succeed } = setUp({ deadlineMs: 500 });
      succeed(1);
      await host.said();
      expect(host.clock.pendingCount).toBe(0);
    });
  });

  describe('#abandon', () => {
    it('aborts the signal and answers nothing, whatever the procedure does', async () => {
      for (const end of ['succeed', 'fail'] as const) {
        const parts = setUp();
        parts.call.abandon();
        expect(parts.call.signal.aborted).toBe(true);
        parts[end]();
        expect(await parts.host.said()).toEqual([]);
        // What failed for another reason than the abort still concerns whoever runs the server.
        expect(parts.host.notices).toEqual(end === 'fail' ? ['query orders.byId: secret'] : []);
        expect(parts.host.calls.count).toBe(0);
      }
    });
  });

  it('tells nobody of a procedure that throws why it was aborted', async () => {
    const { host, call, reject } = setUp({ deadlineMs: 500 });
    host.clock.advance(500);
    reject(call.signal.reason);
    await host.said();
    const cancelled = setUp();
    cancelled.call.abandon();
    cancelled.reject(cancelled.call.signal.reason);
    await cancelled.host.said();
    expect([...host.notices, ...cancelled.host.notices]).toEqual([]);
  });

  it('is answered exactly once and settles exactly once, in whatever order things happen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...EVENTS), { selector: (event) => event }),
        fc.constantFrom(...OUTCOMES),
        fc.nat({ max: EVENTS.length }),
        fc.boolean(),
        async (events, outcome, at, isInOneTurn) => {
          const parts = setUp({ deadlineMs: 500 });
          const order = [...events.slice(0, at), outcome, ...events.slice(at)];
          const said: string[] = [];
          for (const event of order) {
            if (event === 'expire') parts.host.clock.advance(500);
            else if (event === 'cancel' || event === 'abandon') parts.call[event]();
            else parts[event]();
            if (!isInOneTurn) said.push(...(await parts.host.said()));
          }
          await promisesRun();
          said.push(...(await parts.host.said()));
          const isAbandoned = events.includes('abandon');
          if (isAbandoned) expect(said.length).toBeLessThanOrEqual(1);
          else expect(said).toHaveLength(1);
          expect(parts.host.endedCount).toBe(1);
          expect(parts.host.calls.count).toBe(0);
          expect(parts.host.clock.pendingCount).toBe(0);
        },
      ),
    );
  });
});

const EVENTS = ['expire', 'cancel', 'abandon'] as const;
const OUTCOMES = ['succeed', 'fail'] as const;
