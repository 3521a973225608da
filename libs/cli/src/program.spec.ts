import { describe, expect, it } from '@jest/globals';
import { createProgram } from './program.js';
import { FakeTerminal } from './testing/fake-terminal.js';

describe('createProgram', () => {
  it('has every command, each with a summary', () => {
    const { commands } = createProgram(new FakeTerminal());
    expect(commands.map((command) => command.name())).toEqual([
      'generate',
      'breaking',
      'docs',
      'call',
      'subscribe',
      'discover',
    ]);
    for (const command of commands) expect(command.summary()).not.toBe('');
  });
});
