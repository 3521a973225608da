import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import fc from 'fast-check';
import type { Claim, ClaimRequest } from './idempotency-store.js';
import { createMemoryIdempotencyStore } from './memory-idempotency-store.js';
import type { MemoryStoreOptions } from './memory-store-options.js';
import { testIdempotencyStore } from './testing/test-idempotency-store.spec-support.js';

testIdempotencyStore('The store in memory', () => {
  const clock = new FakeClock();
  return { store: createMemoryIdempotencyStore({ clock }), advance: (durationMs) => clock.advance(durationMs) };
});

function setUp(options: MemoryStoreOptions = {}) {
  const clock = new FakeClock();
  const store = createMemoryIdempotencyStore({ clock, maxOwnerShare: 1, ...options });
  const begin = (key: string, request: Partial<ClaimRequest> = {}): Claim => {
    const claim = store.begin({ key, fingerprint: 'f', owner: 'ada', leaseMs: 1000, ...request });
    if (claim instanceof Promise) throw new Error('A store in memory answers at once.');
    return claim;
  };
  const run = (key: string, owner = 'ada', result = '='): void => {
    const claim = begin(key, { owner });
    if (claim.state === 'acquired') void store.complete({ key, token: claim.token }, result);
  };
  return { clock, store, begin, run };
}

const UNKNOWN = { state: 'unknown' };
const ACQUIRED = { state: 'acquired', token: expect.any(String) };

describe('createMemoryIdempotencyStore', () => {
  it('forgets a result when its time is over, and says so of what came under an epoch before it', () => {
    const { clock, store, begin, run } = setUp({ keepMs: 5000 });
    const epoch = store.epoch('ada', null);
    run('k');
    clock.advance(4999);
    expect(begin('k')).toMatchObject({ state: 'done' });
    clock.advance(1);
    expect(begin('k', { sentEpoch: epoch })).toEqual(UNKNOWN);
    expect(clock.pendingCount).toBe(0);
  });

  it('vouches for what came under an epoch that it gave after what it has forgotten', () => {
    const { clock, store, begin, run } = setUp({ keepMs: 5000 });
    const old = store.epoch('ada', null);
    run('k');
    clock.advance(5000);
    const epoch = store.epoch('ada', old);
    expect(epoch).not.toBe(old);
    expect(begin('new', { sentEpoch: old })).toEqual(UNKNOWN);
    expect(begin('new', { sentEpoch: epoch })).toEqual(ACQUIRED);
  });

  it('gives a new epoch once half of what the old one could vouch for is forgotten', () => {
    const { store, run } = setUp({ maxEntries: 10 });
    let epoch = store.epoch('ada', null);
    const changes: number[] = [];
    for (let count = 1; count <= 60; count += 1) {
      run(`k${count}`);
      const next = store.epoch('ada', epoch);
      if (next !== epoch) changes.push(count);
      epoch = next ?? '';
    }
    expect(changes.length).toBeGreaterThan(4);
    expect(changes.length).toBeLessThan(20);
  });

  it('forgets the oldest results when it holds as many as it may', () => {
    const { store, begin, run } = setUp({ maxEntries: 3 });
    const epoch = store.epoch('ada', null);
    for (const key of ['a', 'b', 'c', 'd']) run(key);
    expect(begin('b')).toMatchObject({ state: 'done' });
    expect(begin('a', { sentEpoch: epoch })).toEqual(UNKNOWN);
  });

  it('forgets the oldest results when they take as many bytes as they may', () => {
    const { store, begin, run } = setUp({ maxBytes: 500 });
    const epoch = store.epoch('ada', null);
    run('a', 'ada', 'x'.repeat(300));
    run('b', 'ada', 'x'.repeat(300));
    expect(begin('b')).toMatchObject({ state: 'done' });
    expect(begin('a', { sentEpoch: epoch })).toEqual(UNKNOWN);
  });

  it('is full when nothing of what it holds may be forgotten, and has room once a lease has run out', () => {
    const { clock, begin } = setUp({ maxEntries: 2 });
    begin('a');
    begin('b');
    expect(begin('c')).toEqual({ state: 'full' });
    clock.advance(1000);
    expect(begin('c')).toEqual(ACQUIRED);
    expect(begin('a', { sentEpoch: null })).toEqual(UNKNOWN);
  });

  it('lets an owner crowd out nobody else, nor spoil what it vouches for to others', () => {
    const { store, begin, run } = setUp({ maxEntries: 10, maxOwnerShare: 0.5 });
    const epochs = { ada: store.epoch('ada', null), bob: store.epoch('bob', null) };
    run('b1', 'bob');
    for (let count = 0; count < 100; count += 1) run(`a${count}`, 'ada');
    expect(begin('b1', { owner: 'bob' })).toMatchObject({ state: 'done' });
    expect(begin('b2', { owner: 'bob', sentEpoch: epochs.bob })).toEqual(ACQUIRED);
    expect(begin('a0', { sentEpoch: epochs.ada })).toEqual(UNKNOWN);
    expect(store.epoch('bob', epochs.bob)).toBe(epochs.bob);
    expect(store.epoch('ada', epochs.ada)).not.toBe(epochs.ada);
  });

  it('does not vouch for an epoch of a time that has not come', () => {
    const { store, begin } = setUp();
    const epoch = store.epoch('ada', null) ?? '';
    expect(begin('k', { sentEpoch: epoch.replace(/[^.]*$/, 'zzzz') })).toEqual(UNKNOWN);
  });

  it('keeps no timer and nothing else once it is closed', () => {
    const { clock, store, run } = setUp();
    run('k');
    void store.close();
    expect(clock.pendingCount).toBe(0);
  });

  it('never lets a later sending run what ran before, however small it is', () => {
    const key = fc.nat(7).map((index) => `k${index}`);
    const step = fc.oneof(
      fc.record({ does: fc.constant('first' as const), key }),
      fc.record({ does: fc.constant('later' as const), key }),
      fc.record({ does: fc.constant('renew epoch' as const), key }),
      fc.record({ does: fc.constant('wait' as const), key }),
    );
    const bounds = fc.record({ maxEntries: fc.integer({ min: 1, max: 6 }), maxOwnerShare: fc.constantFrom(0.3, 1) });
    fc.assert(
      fc.property(bounds, fc.array(step, { maxLength: 60 }), (options, steps) => {
        const { clock, store, begin } = setUp({ ...options, keepMs: 3000 });
        const ranAt = new Map<string, { readonly epoch: string | null; count: number }>();
        let epoch = store.epoch('ada', null);
        for (const { does, key: name } of steps) {
          if (does === 'wait') clock.advance(1000);
          else if (does === 'renew epoch') epoch = store.epoch('ada', epoch);
          else {
            const first = ranAt.get(name);
            // A key is used for one call: what comes again is a later sending of it.
            if ((does === 'first') !== (first === undefined)) continue;
            const claim = begin(name, first === undefined ? {} : { sentEpoch: first.epoch });
            const record = first ?? { epoch, count: 0 };
            ranAt.set(name, record);
            if (claim.state !== 'acquired') continue;
            record.count += 1;
            if (name !== 'k0') void store.complete({ key: name, token: claim.token }, '=');
          }
        }
        for (const { count } of ranAt.values()) expect(count).toBeLessThanOrEqual(1);
      }),
    );
  });
});
