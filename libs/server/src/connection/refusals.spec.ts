import { describe, expect, it } from '@jest/globals';
import { FakeConnection } from '../testing/fake-connection.spec-support.js';
import { answerDenied, answerOverRate, answerViolation } from './refusals.js';

const call = { type: 'call', id: 7, kind: undefined, path: 'get', echoesJsonrpc: true } as never;

async function setUp() {
  const { connection } = await new FakeConnection().greeted();
  const frames: string[] = [];
  return {
    connection,
    sink: { answer: (frame: string) => void frames.push(frame) },
    read: () => JSON.parse(frames[0] ?? ''),
  };
}

describe('Refusals', () => {
  it('answer what broke the protocol, under its id where that could be read', async () => {
    const { connection, sink, read } = await setUp();
    const violation = { type: 'violation', id: 3, isAnswered: true, code: 'INVALID_PARAMS', message: 'No.' } as const;
    answerViolation(connection, violation, sink);
    expect(read()).toMatchObject({ id: 3, error: { message: 'No.', data: { code: 'INVALID_PARAMS' } } });
  });

  it('tell a call beyond the pace that it was not run, and count it', async () => {
    const { connection, sink, read } = await setUp();
    answerOverRate(connection, call, sink, 'Too fast.');
    const data = { code: 'TOO_MANY_REQUESTS', ran: false, limit: 'maxMessagesPerSecond' };
    expect(read()).toMatchObject({ id: 7, error: { message: 'Too fast.', data } });
    expect(connection.watch.counters.callsFailed.TOO_MANY_REQUESTS).toBe(1);
  });

  it('tell a call that came before the context failed the same error, and a notification nothing', async () => {
    const { connection, sink, read } = await setUp();
    const refusal = { report: connection.errors.refuse('UNAUTHORIZED', 'Who?'), session: connection.session };
    answerDenied(connection, { type: 'cancel', call: 7 }, refusal, sink);
    answerDenied(connection, call, refusal, sink);
    expect(read()).toMatchObject({ id: 7, error: { message: 'Who?', data: { code: 'UNAUTHORIZED', ran: false } } });
  });

  it('tell a call that was sent before nothing of what became of that', async () => {
    const { connection, sink, read } = await setUp();
    const again = { ...(call as object), sent: { epoch: null } } as never;
    answerOverRate(connection, again, sink, 'Too fast.');
    expect(read().error.data).not.toHaveProperty('ran');
  });
});
