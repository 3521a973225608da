import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createReport } from './create-report.js';

const sample = fileURLToPath(new URL('../../../testing/sample/', import.meta.url));

describe('createReport', () => {
  it('has the reading of a router as JSON, piece by piece', async () => {
    const report = await createReport({ routerPath: join(sample, 'nested.ts'), exportName: 'nestedRouter' }, true);
    expect(await createReport({ routerPath: join(sample, 'nested.ts'), exportName: 'nestedRouter' }, false)).toEqual({
      ...report,
      files: undefined,
    });
    expect(report).toMatchObject({
      trunkline: 'reading',
      files: expect.any(Array),
      procedures: expect.arrayContaining([['odd names.2nd', expect.stringContaining('"kind"')]]),
    });
  });

  it('says which exports there are where the wanted one is not', async () => {
    expect(await createReport({ routerPath: join(sample, 'custom.ts'), exportName: 'appRouter' }, true)).toEqual({
      trunkline: 'failure',
      message: `${join(sample, 'custom.ts')} has no export "appRouter". It exports Place, customRouter.`,
    });
  });

  it.each([
    ['custom.ts', 'Place', 'it is a function; export what it returns'],
    ['root.ts', 't', 'it is an object without _def.procedures, with the members '],
  ])('says what is wrong with an export of %s that is no router', async (file, exportName, words) => {
    const report = await createReport({ routerPath: join(sample, file), exportName }, true);
    expect(report).toEqual({ trunkline: 'failure', message: expect.stringContaining(words) });
  });

  it('has the error of a file that throws', async () => {
    const report = await createReport({ routerPath: join(sample, 'not-there.ts'), exportName: 'appRouter' }, true);
    expect(report).toEqual({ trunkline: 'failure', message: expect.stringContaining('threw while it was imported') });
  });
});
