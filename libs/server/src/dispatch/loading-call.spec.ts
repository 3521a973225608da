import { describe, expect, it } from '@jest/globals';
import { LoadingCall } from './loading-call.js';

function setUp() {
  const ends: string[] = [];
  return { ends, call: new LoadingCall(7, (why) => ends.push(why)) };
}

describe('LoadingCall', () => {
  it('is answered once, by whatever ends it first', () => {
    for (const first of ['cancel', 'drain'] as const) {
      const { call, ends } = setUp();
      expect([call.id, call.isAnswered]).toEqual([7, false]);
      call[first]();
      call.cancel();
      call.drain();
      expect([ends, call.isAnswered]).toEqual([[first === 'cancel' ? 'cancelled' : 'drained'], true]);
    }
  });

  it('is not answered once it is abandoned', () => {
    const { call, ends } = setUp();
    call.abandon();
    call.cancel();
    call.drain();
    expect(ends).toEqual([]);
  });
});
