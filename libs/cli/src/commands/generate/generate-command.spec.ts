import { describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../testing/fake-terminal.js';

describe('trunkline generate, its options', () => {
  it('are all named by --help', async () => {
    const terminal = new FakeTerminal();
    await terminal.run('generate', '--help');
    for (const option of ['--router', '--out', '--config', '--check', '--watch', '--diff-lines', '--validators']) {
      expect(terminal.stdout.text).toContain(option);
    }
  });

  it.each(['0', '-1', '1.5', 'all'])('refuse %s for a count', async (count) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('generate', '--diff-lines', count)).toBe(1);
    expect(terminal.stderr.text).toContain('It takes a whole number above 0.');
  });

  it('suggest what was meant', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('generate', '--chek')).toBe(1);
    expect(terminal.stderr.text).toContain('Did you mean --check?');
  });
});
