import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nextCompatibility, printCompatibility } from '../breaking/compatibility.js';
import { gives, number, text } from '../breaking/contract-builder.spec-support.js';
import { printContract } from '../contract/canonical.js';
import type { Contract } from '../contract/contract.js';
import { CompatibilityBaseSource } from './compatibility-base.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-base-'));
  mkdirSync(join(folder, 'libs/api'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...gitArguments: readonly string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...gitArguments], { cwd: folder });
const compatibilityOf = (contract: Contract) => nextCompatibility(undefined, undefined, contract);
const put = (contract: Contract): void => {
  writeFileSync(join(folder, 'libs/api/contract.json'), printContract(contract));
  writeFileSync(join(folder, 'libs/api/compatibility.json'), printCompatibility(compatibilityOf(contract)));
};
const commit = (): void => {
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=One');
};
const load = () => new CompatibilityBaseSource(join(folder, 'libs/api')).load();

const old = gives(text);
const young = gives(number);

describe('CompatibilityBaseSource', () => {
  it('knows nothing of a folder that is not there', async () => {
    expect(await new CompatibilityBaseSource(join(folder, 'libs/none/such')).load()).toEqual({ warnings: [] });
  });

  it('takes what is on disk where nothing was committed', async () => {
    put(old);
    expect(await load()).toEqual({ contract: old, compatibility: compatibilityOf(old), warnings: [] });
  });

  it('takes what was committed last, whatever was generated since, also when the folder was removed', async () => {
    put(old);
    commit();
    put(young);
    expect(await load()).toEqual({ contract: old, compatibility: compatibilityOf(old), warnings: [] });
    rmSync(join(folder, 'libs'), { recursive: true });
    expect(await load()).toMatchObject({ contract: old });
  });

  it('warns of what it cannot read, and goes on without', async () => {
    put(old);
    writeFileSync(join(folder, 'libs/api/compatibility.json'), '<<<<<<< HEAD');
    const { contract, compatibility, warnings } = await load();
    expect({ contract, compatibility }).toEqual({ contract: old, compatibility: undefined });
    expect(warnings).toEqual([
      expect.stringMatching(/^Older clients are not taken into account: .*compatibility\.json is no JSON/u),
    ]);
  });

  it('sees what is committed between two looks', async () => {
    const source = new CompatibilityBaseSource(join(folder, 'libs/api'));
    put(old);
    commit();
    const first = await source.load();
    put(young);
    expect((await source.load()).contract).toBe(first.contract);
    git('commit', '--quiet', '--all', '--message=Two');
    expect((await source.load()).contract).toEqual(young);
  });

  it('reads the same text once, and not at all what it was told of', async () => {
    const source = new CompatibilityBaseSource(join(folder, 'libs/api'));
    put(old);
    const first = await source.load();
    expect((await source.load()).contract).toBe(first.contract);
    put(young);
    source.expect(printContract(young), young);
    expect((await source.load()).contract).toBe(young);
    put(old);
    expect((await source.load()).contract).toEqual(old);
  });
});
