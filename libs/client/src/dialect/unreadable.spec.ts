import { describe, expect, it } from '@jest/globals';
import { PayloadFailure } from '@trunkline/protocol';
import { unreadable } from './unreadable.js';

describe('unreadable', () => {
  it('names the procedure, the place and the reason', () => {
    const error = unreadable(new PayloadFailure('a.b', 'no date'), 'orders.byId');
    expect(error).toMatchObject({ code: 'ANSWER_UNREADABLE', outcome: 'rejected', path: 'orders.byId' });
    expect(error.message).toContain('"orders.byId" cannot be read: a.b: no date.');
  });
});
