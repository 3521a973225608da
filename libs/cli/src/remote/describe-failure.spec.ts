import { describe, expect, it } from '@jest/globals';
import { TrunklineError } from '@trunkline/client';
import { describeFailure, type FailureCircumstances } from './describe-failure.js';

const about: FailureCircumstances = { isStock: false, hasSuperjson: false, isTransformerKnown: false, hasInput: true };
const failure = (code: string, message = 'No.', details: object = {}, changed: object = {}) =>
  describeFailure(new TrunklineError(code, message, { outcome: 'rejected', path: 'a', ...details }), {
    ...about,
    ...changed,
  });

describe('describeFailure', () => {
  it('tells code, message and data, none of which moves the cursor', () => {
    const { text, exitCode } = failure('CONFLICT', 'No\u001b[2J.', { shape: { data: { left: 3 } } });
    expect(text).toBe('error: CONFLICT: No\\x1b[2J.\n  data: {"left":3}\n');
    expect(exitCode).toBe(3);
  });

  it.each([
    ['NOT_TRUNKLINE', {}, {}, 'add --stock'],
    ['NOT_FOUND', {}, { similarPath: 'ab' }, 'Did you mean ab?'],
    ['UNAUTHORIZED', {}, {}, '--connection-params'],
    ['BAD_REQUEST', {}, {}, 'add --superjson'],
    ['ANSWER_UNREADABLE', {}, { hasSuperjson: true }, 'add --no-superjson'],
    ['CONNECT_TIMED_OUT', {}, {}, '--connect-timeout-ms'],
    ['METHOD_NOT_SUPPORTED', {}, {}, 'use trunkline subscribe'],
  ])('helps with %s', (code, details, changed, hint) => {
    expect(failure(code, 'No.', details, changed).text).toContain(`hint: `);
    expect(failure(code, 'No.', details, changed).text).toContain(hint);
  });

  it.each([
    ['query', 'with --query'],
    ['mutation', 'with --mutation'],
    ['subscription', 'use trunkline subscribe'],
  ])("reads from tRPC's words that it is a %s", (kind, hint) => {
    const message = `Unsupported query-request to ${kind} procedure at path "a"`;
    expect(failure('METHOD_NOT_SUPPORTED', message, {}, { isStock: true }).text).toContain(hint);
  });

  it('ends as what failed says', () => {
    expect(failure('CONNECT_FAILED', 'No.', { outcome: 'not-sent', path: undefined }).exitCode).toBe(2);
    expect(failure('CANCELLED', 'No.', { outcome: 'cancelled' }).exitCode).toBe(130);
    expect(failure('INPUT_UNSENDABLE', 'No.', { outcome: 'not-sent' }).exitCode).toBe(1);
  });
});
