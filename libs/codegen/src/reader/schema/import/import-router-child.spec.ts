import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const child = fileURLToPath(new URL('import-router-child.ts', import.meta.url));
const routerPath = fileURLToPath(new URL('../../../testing/sample/nested.ts', import.meta.url));

describe('the process that imports a router', () => {
  it('reports once and ends', async () => {
    const process = fork(child, [], {
      serialization: 'advanced',
      execArgv: ['--conditions=@trunkline/source', '--import', 'tsx'],
    });
    process.send({ name: 'import', address: { routerPath, exportName: 'nestedRouter' }, tellsFiles: true });
    const ended = once(process, 'exit');
    const [report]: unknown[] = await once(process, 'message');
    expect(report).toMatchObject({ trunkline: 'reading' });
    expect(await ended).toEqual([0, null]);
  }, 60_000);
});
