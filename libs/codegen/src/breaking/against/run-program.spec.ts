import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { runProgram } from './run-program.js';

const run = (script: string, timeoutMs = 20_000) =>
  runProgram(process.execPath, ['-e', script], { cwd: tmpdir(), timeoutMs });

describe('runProgram', () => {
  it('gives what the program printed', async () => {
    expect(await run('process.stdout.write("$HOME `ls`")')).toEqual({ ok: true, output: '$HOME `ls`' });
  });

  it('gives what it wrote of the reason when it failed', async () => {
    expect(await run('console.error("No."); process.exit(3)')).toEqual({ ok: false, isMissing: false, problem: 'No.' });
  });

  it('ends one that takes too long', async () => {
    expect(await run('setInterval(() => {}, 1000)', 100)).toEqual({
      ok: false,
      isMissing: false,
      problem: 'It did not end within 100 ms.',
    });
  });

  it('says that there is no such program', async () => {
    const result = await runProgram('no-such-program-of-trunkline', [], { cwd: tmpdir(), timeoutMs: 1000 });
    expect(result).toMatchObject({ ok: false, isMissing: true });
  });
});
