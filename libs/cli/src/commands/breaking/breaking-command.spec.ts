import { describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../testing/fake-terminal.js';

describe('trunkline breaking --help', () => {
  it('names every option, with examples', async () => {
    const terminal = new FakeTerminal();
    await terminal.run('breaking', '--help');
    for (const option of ['--against', '--contract', '--config', '--level', '--category', '--ignore', '--format']) {
      expect(terminal.stdout.text).toContain(option);
    }
    expect(terminal.stdout.text).toContain('npm:@acme/api-client@latest');
  });

  it('refuses a level that is none', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('breaking', '--level', 'all')).toBe(1);
    expect(terminal.stderr.text).toContain('Allowed choices are breaking, risky, info.');
  });
});
