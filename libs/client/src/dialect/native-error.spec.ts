import { describe, expect, it } from '@jest/globals';
import { errorCodeOf, wrongKind } from './native-error.js';

describe('errorCodeOf', () => {
  it('reads the key of an error, and nothing of one without data', () => {
    expect(errorCodeOf({ code: -32_053, message: '', data: { code: 'SHUTTING_DOWN' } })).toBe('SHUTTING_DOWN');
    expect(errorCodeOf({ code: -32_053, message: '' })).toBeUndefined();
  });
});

describe('wrongKind', () => {
  it('names the procedure and what the caller took it for', () => {
    expect(wrongKind({ kind: 'query', path: 'ticks' })).toMatchObject({
      code: 'METHOD_NOT_SUPPORTED',
      message: 'The query "ticks" is another kind of procedure.',
    });
  });
});
