import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { runRouterChild } from './run-router-child.js';

const routerPath = fileURLToPath(new URL('../../../testing/sample/nested.ts', import.meta.url));
const options = {
  routerPath,
  exportName: 'nestedRouter',
  importTimeoutMs: 30_000,
  tsconfigPath: undefined,
  nodeArguments: undefined,
};

describe('runRouterChild', () => {
  it('gives the report of the process', async () => {
    expect(await runRouterChild(options)).toMatchObject({
      name: 'reported',
      report: { trunkline: 'reading' },
      printed: '',
    });
  }, 60_000);

  it('says how a process ended that gave none', async () => {
    const outcome = await runRouterChild({ ...options, nodeArguments: ['--no-such-argument'] });
    expect(outcome).toMatchObject({
      name: 'ended',
      how: 'exit code 9',
      printed: expect.stringContaining('--no-such-argument'),
    });
  }, 60_000);

  it('ends a process that takes too long', async () => {
    expect(await runRouterChild({ ...options, importTimeoutMs: 1 })).toMatchObject({ name: 'timedOut' });
  }, 60_000);
});
