import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileIdempotencyStore } from './file-idempotency-store.js';

const request = { key: 'k', fingerprint: 'f', owner: 'o', leaseMs: 60_000 };
const dead = { ...request, leaseMs: 0 };

describe('FileIdempotencyStore', () => {
  let folder: string;
  let path: string;
  const stores: FileIdempotencyStore[] = [];
  const open = (): FileIdempotencyStore => {
    const store = new FileIdempotencyStore(path);
    stores.push(store);
    return store;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-store-'));
    path = join(folder, 'store.log');
  });
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
    rmSync(folder, { recursive: true });
  });

  const claim = (store: FileIdempotencyStore, given = request) => {
    const claimed = store.begin(given);
    if (claimed.state !== 'acquired') throw new Error(`It is ${claimed.state}.`);
    return { key: given.key, token: claimed.token };
  };

  it('knows in another process what ran, and what runs', () => {
    const [one, other] = [open(), open()];
    const claimed = claim(one);
    expect(other.begin(request).state).toBe('in-flight');
    expect(one.complete(claimed, 'answer')).toBe(true);
    expect(other.begin(request)).toEqual({ state: 'done', result: 'answer' });
    expect(open().begin({ ...request, fingerprint: 'g' }).state).toBe('mismatch');
  });

  it('does not know of what was left in the middle, until somebody takes over', () => {
    const lost = claim(open(), dead);
    const next = open();
    expect(next.begin(request).state).toBe('unknown');
    expect(next.begin({ ...request, takesOver: true }).state).toBe('acquired');
    expect(open().complete(lost, 'late')).toBe(false);
  });

  it('vouches for its only epoch, and for no other', () => {
    const store = open();
    expect(store.begin({ ...request, sentEpoch: 'another' }).state).toBe('unknown');
    expect(store.begin({ ...request, sentEpoch: null }).state).toBe('unknown');
    expect(store.begin({ ...request, sentEpoch: store.epoch() }).state).toBe('acquired');
  });

  it('gives a key back, and passes over a line that was cut off', () => {
    const store = open();
    expect(store.release(claim(store))).toBe(true);
    appendFileSync(path, '{"is":"claim","key":"k","to');
    const claimed = claim(store);
    expect(store.renew(claimed, 1000)).toBe(true);
    expect(open().begin(request).state).toBe('in-flight');
  });
});
