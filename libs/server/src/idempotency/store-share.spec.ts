import { describe, expect, it } from '@jest/globals';
import { type StoredRecord, StoreShare } from './store-share.js';

function createRecord(place: number, members: Partial<StoredRecord> = {}): StoredRecord {
  return {
    key: `k${place}`,
    fingerprint: 'f',
    owner: 'ada',
    token: 't',
    place,
    keepMs: 1,
    leaseUntil: 100,
    expiresAt: 200,
    result: undefined,
    isRemoved: false,
    ...members,
  };
}

describe('StoreShare', () => {
  it('counts records and the characters in them, until they are gone', () => {
    const share = new StoreShare();
    const record = createRecord(1);
    share.begun(record);
    expect([share.count, share.bytes]).toEqual([1, 6]);
    record.result = '=123';
    share.completed(record);
    expect([share.count, share.bytes]).toEqual([1, 10]);
    record.isRemoved = true;
    share.removed(record);
    expect([share.count, share.bytes]).toEqual([0, 0]);
  });

  it('forgets results first, then what nobody runs any more, and never what runs', () => {
    const share = new StoreShare();
    const running = createRecord(1);
    const done = createRecord(2, { result: '=' });
    share.begun(running);
    share.begun(done);
    share.completed(done);
    expect(share.oldest(0)).toBe(done);
    expect(share.oldestResult).toBe(done);
    done.isRemoved = true;
    share.removed(done);
    expect(share.oldest(99)).toBeUndefined();
    expect(share.oldest(100)).toBe(running);
  });

  it('remembers the last place of what was forgotten', () => {
    const share = new StoreShare();
    share.forgot(createRecord(5));
    share.forgot(createRecord(3));
    expect(share.forgottenPlace).toBe(5);
  });
});
