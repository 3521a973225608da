import { describe, expect, it } from '@jest/globals';
import { TRPCError } from '@trpc/server';
import type { Sent } from '@trunkline/protocol';
import { FakeHost } from '../testing/fake-host.spec-support.js';
import { RunAnswers } from './run-answers.js';

function setUp(sent?: Sent) {
  const host = new FakeHost();
  return { host, answers: new RunAnswers({ host, session: host.session, call: { path: 'add', sent } }) };
}

describe('RunAnswers', () => {
  it('writes an output as it travels, and none as none', () => {
    const { answers } = setUp();
    expect(answers.output({ id: 7 }, undefined)).toEqual({ type: 'output', text: '{"id":7}' });
    expect(answers.output(undefined, undefined)).toEqual({ type: 'output', text: undefined });
  });

  it('makes an error of an output that cannot travel, and tells the application', () => {
    const { answers, host } = setUp();
    expect(answers.output(1n, undefined)).toMatchObject({ type: 'error', key: 'INTERNAL_SERVER_ERROR' });
    expect(host.notices).toEqual([expect.stringContaining('mutation add: The output of "add" cannot travel.')]);
  });

  it('writes what was thrown as a native error, and tells the application', () => {
    const { answers, host } = setUp();
    const answer = answers.failure(new TRPCError({ code: 'CONFLICT', message: 'Paid' }), undefined);
    expect(answer).toMatchObject({ key: 'CONFLICT', text: expect.stringContaining('"message":"Paid"') });
    expect(host.notices).toEqual(['mutation add: Paid']);
  });

  it('says what it refuses, without telling the application', () => {
    const { answers, host } = setUp();
    expect([answers.unknown(), answers.reused(), answers.unkept({ type: 'unkept', length: 9 }, 5)]).toMatchObject([
      { key: 'OUTCOME_UNKNOWN', text: expect.stringContaining('Whether \\"add\\" ran when it was sent before') },
      { key: 'KEY_REUSED', text: expect.stringContaining('another procedure, input or principal') },
      { key: 'OUTCOME_UNKNOWN', text: expect.stringContaining('"ran":true,"replayed":true') },
    ]);
    expect(host.notices).toEqual([]);
  });

  it('tells a first sending that it did not run, and a later one nothing of the first', () => {
    const tell = (sent?: Sent) => setUp(sent).answers.notRun('SERVICE_UNAVAILABLE', 'm').text;
    expect(tell()).toContain('"ran":false');
    expect(tell({ epoch: null })).not.toContain('"ran"');
  });
});
