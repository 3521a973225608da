import { describe, expect, it } from '@jest/globals';
import { CommandFailure } from './command-failure.js';

describe('CommandFailure', () => {
  it('says with what the command ends', () => {
    expect(new CommandFailure('No.', 2)).toMatchObject({ name: 'CommandFailure', message: 'No.', exitCode: 2 });
  });
});
