import { describe, expect, it } from '@jest/globals';
import { FakeTerminal } from './testing/fake-terminal.js';

describe('runProgram', () => {
  it('ends well where it only says something', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('--version')).toBe(0);
    expect(terminal.stdout.text).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('says what was meant by a command that is none', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('generat')).toBe(1);
    expect(terminal.stderr.text).toContain('Did you mean generate?');
  });
});
