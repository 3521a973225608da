import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { RouterChild } from './router-child.js';

const routerPath = fileURLToPath(new URL('../../../testing/sample/nested.ts', import.meta.url));
const address = { routerPath, exportName: 'nestedRouter' };
const start = (...nodeArguments: readonly string[]): RouterChild =>
  new RouterChild({ tsconfigPath: undefined, nodeArguments });

describe('RouterChild', () => {
  it('gives the report of the process', async () => {
    expect(await start().run(address, 30_000)).toMatchObject({
      name: 'reported',
      report: { trunkline: 'reading' },
      printed: '',
    });
  }, 60_000);

  it('says how a process ended that gave none', async () => {
    expect(await start('--no-such-argument').run(address, 30_000)).toMatchObject({
      name: 'ended',
      how: 'exit code 9',
      printed: expect.stringContaining('--no-such-argument'),
    });
  }, 60_000);

  it('ends a process that takes too long', async () => {
    expect(await start().run(address, 1)).toMatchObject({ name: 'timedOut' });
  }, 60_000);

  it('says so of a process that was ended before it was needed', async () => {
    const child = start();
    child.end();
    expect(await child.run(address, 30_000)).toMatchObject({ name: 'ended', how: 'signal SIGKILL' });
  }, 60_000);
});
