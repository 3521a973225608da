import { describe, expect, it } from '@jest/globals';
import { LazySignal } from './lazy-signal.js';

describe('LazySignal', () => {
  it('gives the same signal each time', () => {
    const lazy = new LazySignal();
    expect(lazy.signal).toBe(lazy.signal);
    expect(lazy.signal.aborted).toBe(false);
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

  it('keeps the first reason', () => {
    const lazy = new LazySignal();
    lazy.abort('first');
    lazy.abort('second');
    expect(lazy.signal.reason).toBe('first');
  });
});
