import { describe, expect, it } from '@jest/globals';
import { TrunklineError } from '../errors/trunkline-error.js';
import {
  cancelledCall,
  expiredCall,
  lostCall,
  refusedCall,
  timedOutCall,
  unqueuedCall,
  unsentCall,
} from './call-errors.js';

describe('the errors of calls', () => {
  const name = { kind: 'mutation', path: 'orders.add' };
  const cause = new TrunklineError('UNAUTHORIZED', 'No.', { outcome: 'rejected', shape: { data: { code: 'X' } } });

  it.each([
    [cancelledCall(name, 'why'), 'CANCELLED', 'cancelled', 'The mutation "orders.add" was cancelled by its caller.'],
    [timedOutCall(name, 30), 'TIMEOUT', 'timed-out', 'had no answer within 30 ms (option timeoutMs).'],
    [unqueuedCall(name, 9), 'QUEUE_FULL', 'not-sent', '9 calls wait for a connection already (option'],
    [
      lostCall(name, cause),
      'CONNECTION_LOST',
      'connection-lost',
      '"orders.add" was under way when the connection was lost, and may have run: No.',
    ],
    [unsentCall(name, cause), 'UNAUTHORIZED', 'not-sent', 'The mutation "orders.add" was not sent: No.'],
    [refusedCall(name, cause), 'UNAUTHORIZED', 'rejected', 'No.'],
  ])('%s names its code, what became of the call, and the procedure', (error, code, outcome, sentence) => {
    expect(error).toMatchObject({ code, outcome, path: 'orders.add' });
    expect(error.message).toContain(sentence);
  });

  it('tells a call that was never sent from one that lost its connection, when both waited too long', () => {
    const call = {
      id: 1,
      kind: 'query' as const,
      path: 'a',
      input: undefined,
      resolve: () => undefined,
      reject: () => undefined,
      dueAt: 0,
      queuedAt: 0,
      server: undefined,
      hasBeenSent: false,
      mayHaveRun: false,
      sentEpoch: null,
      key: undefined,
      traceparent: undefined,
      hasRefreshed: false,
      release: undefined,
    };
    expect(expiredCall(call, 5, undefined)).toMatchObject({ code: 'QUEUE_EXPIRED', outcome: 'not-sent' });
    expect(expiredCall({ ...call, hasBeenSent: true }, 5, cause)).toMatchObject({ outcome: 'connection-lost', cause });
  });

  it('keeps the shape of a refusal, which is the answer to the call too', () => {
    expect(refusedCall(name, cause)).toMatchObject({ shape: cause.shape, data: { code: 'X' }, cause });
  });
});
