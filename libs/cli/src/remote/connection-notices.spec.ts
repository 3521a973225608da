import { describe, expect, it } from '@jest/globals';
import { FakeOutput } from '../testing/fake-terminal.js';
import { ConnectionNotices } from './connection-notices.js';

describe('ConnectionNotices', () => {
  it('tells of a loss once, and of the return', () => {
    const output = new FakeOutput();
    const notices = new ConnectionNotices(output);
    notices.stateChanged({ name: 'connected', since: 0 });
    expect(output.text).toBe('');
    for (const attempt of [1, 2]) {
      notices.stateChanged({ name: 'waiting', attempt, retryAt: 0, cause: new Error('The socket\u0007 closed.') });
      notices.stateChanged({ name: 'connecting', attempt });
    }
    notices.stateChanged({ name: 'connected', since: 9 });
    expect(output.lines).toEqual(['trunkline: The socket\\x07 closed. Trying again.', 'trunkline: Connected again.']);
  });
});
