import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectionParams } from '@trunkline/protocol';
import { FakeClock } from '@trunkline/testing';
import type { PendingCall } from '../calls/pending-call.js';
import { serverError } from '../errors/trunkline-error.js';
import { settled } from '../testing/scripted-server.js';
import { Credentials } from './credentials.js';

describe('Credentials', () => {
  const no = serverError({ message: 'No.', data: { code: 'UNAUTHORIZED' } }, undefined);
  let clock: FakeClock;
  let log: unknown[];
  let answer: () => Promise<void>;
  let credentials: Credentials;

  beforeEach(() => {
    clock = new FakeClock();
    log = [];
    answer = () => Promise.resolve();
    credentials = new Credentials(clock, () => 0.5, {
      renew: (params: ConnectionParams | undefined) => {
        log.push(params);
        return answer();
      },
      refused: (cause) => log.push(cause),
    });
  });

  const call = (changed: Partial<PendingCall> = {}): PendingCall => ({
    id: 1,
    kind: 'query',
    path: 'a',
    input: undefined,
    resolve: () => undefined,
    reject: () => undefined,
    dueAt: 0,
    queuedAt: clock.now(),
    server: undefined,
    hasBeenSent: true,
    mayHaveRun: false,
    sentEpoch: null,
    key: undefined,
    traceparent: undefined,
    hasRefreshed: false,
    release: undefined,
    ...changed,
  });

  it('renews well before the end, at the earliest end that was told', async () => {
    credentials.expireIn(100_000);
    credentials.expireIn(1000);
    credentials.expireIn(100_000);
    clock.advance(649);
    expect(log).toEqual([]);
    clock.advance(1);
    await settled();
    expect(log).toEqual([undefined]);
    expect(clock.pendingCount).toBe(0);
  });

  it('renews nothing of a connection that is gone, and holds the longest life in one timer', () => {
    credentials.expireIn(1e12);
    expect(clock.pendingCount).toBe(1);
    credentials.forget();
    expect(clock.pendingCount).toBe(0);
  });

  it('tells of a refusal that nobody waits for, also when a function of the settings threw', async () => {
    answer = () => Promise.reject(no);
    credentials.expireIn(100);
    clock.advance(100);
    await settled();
    answer = () => Promise.reject(new Error('offline'));
    credentials.expireIn(100);
    clock.advance(100);
    await settled();
    expect(log).toMatchObject([undefined, no, undefined, { code: 'SETUP_FAILED' }]);
  });

  it('renews once for all who ask at the same time, and each time for credentials that are given', async () => {
    await Promise.all([credentials.renew(undefined), credentials.renew(undefined), credentials.renew({ t: '1' })]);
    expect(log).toEqual([undefined, { t: '1' }]);
  });

  it('helps a call once, where that is safe, and not one that had new ones already', async () => {
    expect(credentials.mayHelp(call(), no)).toBe(true);
    expect(credentials.mayHelp(call({ hasRefreshed: true }), no)).toBe(false);
    expect(credentials.mayHelp(call({ kind: 'mutation' }), no)).toBe(false);
    const notRun = serverError({ message: 'No.', data: { code: 'UNAUTHORIZED', ran: false } }, undefined);
    expect(credentials.mayHelp(call({ kind: 'mutation' }), notRun)).toBe(true);
    expect(credentials.mayHelp(call(), serverError({ data: { code: 'FORBIDDEN' } }, undefined))).toBe(false);
    const earlier = call();
    clock.advance(1);
    await credentials.renew(undefined);
    expect(credentials.mayHelp(call(), no)).toBe(false);
    expect(credentials.mayHelp(earlier, no)).toBe(true);
    await credentials.renewFor(earlier.queuedAt);
    expect(log).toHaveLength(1);
    clock.advance(10_000);
    expect(credentials.mayHelp(call(), no)).toBe(true);
  });
});
