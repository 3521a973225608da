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

  it('says once that it was abandoned, and is not answered any more', () => {
    const { call, ends } = setUp();
    call.abandon();
    call.cancel();
    call.drain();
    expect([ends, call.isAnswered]).toEqual([['abandoned'], true]);
  });

  it('has nothing to say once its router is there', () => {
    const { call, ends } = setUp();
    call.loaded();
    call.abandon();
    call.cancel();
    expect([ends, call.isAnswered]).toEqual([[], true]);
  });
});
