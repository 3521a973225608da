import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { loadConfig } from './load-config.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-config-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text = ''): void => writeFileSync(join(folder, name), text);
const load = (path?: string, module: unknown = {}): ReturnType<typeof loadConfig> =>
  loadConfig({ cwd: folder, path, importModule: () => Promise.resolve(module) });
const problemOf = async (path?: string, module?: unknown): Promise<string> => {
  const error: unknown = await load(path, module).catch((reason: unknown) => reason);
  return error instanceof ConfigError ? error.message : `no ConfigError, but ${String(error)}`;
};

describe('loadConfig', () => {
  it('is one empty configuration where there is no file', async () => {
    expect(await load()).toEqual({ path: undefined, folder, clients: [{}] });
  });

  it('reads JSON, and takes the file that is named before one that is found', async () => {
    write('trunkline.config.json', '{ "out": "found" }');
    mkdirSync(join(folder, 'other'));
    write('other/api.json', '{ "out": "named" }');
    expect(await load()).toMatchObject({ folder, clients: [{ out: 'found' }] });
    expect(await load('other/api.json')).toEqual({
      path: join(folder, 'other/api.json'),
      folder: join(folder, 'other'),
      clients: [{ out: 'named' }],
    });
  });

  it('takes TypeScript before the others', async () => {
    write('trunkline.config.json', '{ "out": "json" }');
    write('trunkline.config.ts');
    expect((await load(undefined, { default: { out: 'ts' } })).clients).toEqual([{ out: 'ts' }]);
  });

  it('takes the default export, also of a module that was CommonJS', async () => {
    write('trunkline.config.js');
    const commonJs = { default: { __esModule: true, default: { out: 'api' } } };
    expect((await load(undefined, commonJs)).clients).toEqual([{ out: 'api' }]);
  });

  it('takes a list, one configuration for each client', async () => {
    write('trunkline.config.ts');
    const { clients } = await load(undefined, { default: [{ out: 'first' }, { out: 'second' }] });
    expect(clients).toEqual([{ out: 'first' }, { out: 'second' }]);
  });

  it('says which configuration of a list has a mistake', async () => {
    write('trunkline.config.ts');
    expect(await problemOf(undefined, { default: [{ out: 'first' }, { aut: 'second' }] })).toBe(
      `${join(folder, 'trunkline.config.ts')}, configuration 2, cannot be used:\n  option aut is unknown. Did you mean out?`,
    );
  });

  it('says what keeps a file from being used', async () => {
    expect(await problemOf('missing.ts')).toBe(
      `There is no file ${join(folder, 'missing.ts')}, which the option --config names.`,
    );
    write('trunkline.config.json', '{');
    expect(await problemOf()).toMatch(/trunkline\.config\.json cannot be read as JSON: /);
    write('trunkline.config.ts');
    expect(await problemOf(undefined, {})).toMatch(/has no default export; write: export default defineConfig/);
    expect(await problemOf(undefined, { default: [] })).toMatch(/exports an empty list/);
    const failed = loadConfig({
      cwd: folder,
      path: undefined,
      importModule: () => Promise.reject(new Error('broken')),
    });
    await expect(failed).rejects.toThrow(/trunkline\.config\.ts cannot be loaded: Error: broken/);
  });
});
