import { describe, expect, it } from '@jest/globals';
import { createProcessTerminal } from './process-terminal.js';

describe('createProcessTerminal', () => {
  it('is that of this process', async () => {
    const terminal = createProcessTerminal();
    expect(terminal.cwd).toBe(process.cwd());
    expect(terminal.env['PATH']).toBe(process.env['PATH']);
    expect(terminal.stdout.gone.aborted).toBe(false);
    await terminal.stdout.drained();
  });

  it('takes one signal for the wish to end', async () => {
    const interrupted = createProcessTerminal().interrupted();
    process.emit('SIGHUP', 'SIGHUP');
    expect(interrupted.aborted).toBe(true);
    expect(interrupted.reason).toBe('SIGHUP');
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(name);
  });
});
