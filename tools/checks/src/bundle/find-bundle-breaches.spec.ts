import { afterEach, describe, expect, it } from '@jest/globals';
import { createTemporaryWorkspace, type TemporaryWorkspace } from '../workspace/temporary-workspace.js';
import { findBundleBreaches } from './find-bundle-breaches.js';
import { measureBundle } from './measure-bundle.js';

let workspace: TemporaryWorkspace | undefined;

afterEach(() => {
  workspace?.remove();
  workspace = undefined;
});

async function check(source: string, limitBytes: number): Promise<readonly string[]> {
  workspace = createTemporaryWorkspace({
    'index.js': source,
    'node_modules/zod/package.json': '{ "name": "zod", "main": "./index.js" }',
    'node_modules/zod/index.js': 'export const z = () => 1;',
  });
  return findBundleBreaches(await measureBundle("export * from './index.js';", workspace.root), limitBytes);
}

describe('findBundleBreaches', () => {
  it('accepts a small bundle of our own', async () => {
    expect(await check('export const a = 1;', 1000)).toEqual([]);
  });

  it('says the size, the limit and the biggest parts', async () => {
    const [breach] = await check(`export const a = '${Array.from({ length: 90 }, (_, index) => index).join()}';`, 50);
    expect(breach).toMatch(/takes \d+ bytes minified and gzipped, and the limit is 50/);
    expect(breach).toMatch(/\d+ bytes minified: .*index\.js/);
  });

  it('refuses foreign code, however small', async () => {
    const [breach] = await check("import { z } from 'zod';\nexport const a = z();\nexport const b = z;", 1000);
    expect(breach).toContain('node_modules/zod/index.js');
  });

  it("fails on Node's own modules", async () => {
    await expect(
      check("import { readFileSync } from 'node:fs';\nexport const a = readFileSync;", 1000),
    ).rejects.toThrow('node:fs');
  });
});
