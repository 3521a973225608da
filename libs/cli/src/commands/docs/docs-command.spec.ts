import { describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../../testing/fake-terminal.js';

describe('trunkline docs --help', () => {
  it('names every option', async () => {
    const terminal = new FakeTerminal();
    await terminal.run('docs', '--help');
    for (const option of ['--contract', '--out', '--title', '--api-version', '--description', '--url']) {
      expect(terminal.stdout.text).toContain(option);
    }
  });
});
