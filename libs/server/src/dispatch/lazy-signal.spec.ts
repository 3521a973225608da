import { describe, expect, it } from '@jest/globals';
import { callInfo } from '../observation/call-info.js';
import { isAbortError, LazySignal } from './lazy-signal.js';

describe('LazySignal', () => {
  it('gives the same signal each time', () => {
    const lazy = new LazySignal();
    expect(lazy.signal).toBe(lazy.signal);
    expect(lazy.signal.aborted).toBe(false);
  });

  it('lets its owner be found by the signal', () => {
    const info = {
      connection: { id: 1, dialect: 'native', peerAddress: undefined, client: {} },
      id: 7,
      path: 'orders.byId',
      kind: 'query',
      traceparent: undefined,
    } as const;
    expect(callInfo(new LazySignal({ describe: () => info }).signal)).toBe(info);
    expect(callInfo(new LazySignal().signal)).toBeUndefined();
  });

  it('aborts a signal that somebody has', () => {
    const lazy = new LazySignal();
    const { signal } = lazy;
    lazy.abort('over');
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe('over');
  });

  it('gives an aborted signal to who looks only afterwards', () => {
    const lazy = new LazySignal();
    lazy.abort();
    expect(lazy.isAborted).toBe(true);
    expect(lazy.signal.aborted).toBe(true);
    expect(lazy.signal.reason).toMatchObject({ name: 'AbortError' });
  });

  it('knows its reason, also where that is the cause of another error, and nothing else', () => {
    const lazy = new LazySignal();
    const reason = new Error('too late');
    expect(lazy.isReasonOf(undefined)).toBe(false);
    expect(lazy.isReasonOf(reason)).toBe(false);
    lazy.abort(reason);
    expect(lazy.isReasonOf(reason)).toBe(true);
    expect(lazy.isReasonOf(new Error('wrapped', { cause: reason }))).toBe(true);
    expect(lazy.isReasonOf(new Error('too late'))).toBe(false);
    expect(lazy.isReasonOf(undefined)).toBe(false);
  });

  it('keeps the first reason', () => {
    const lazy = new LazySignal();
    lazy.abort('first');
    lazy.abort('second');
    expect(lazy.signal.reason).toBe('first');
  });
});

describe('isAbortError', () => {
  it('knows what an abort throws, also where it is wrapped, and nothing else', () => {
    const aborted = new DOMException('aborted', 'AbortError');
    expect(isAbortError(aborted)).toBe(true);
    expect(isAbortError(new Error('wrapped', { cause: aborted }))).toBe(true);
    expect(isAbortError(new Error('aborted'))).toBe(false);
    expect(isAbortError('AbortError')).toBe(false);
    expect(isAbortError(undefined)).toBe(false);
  });
});
