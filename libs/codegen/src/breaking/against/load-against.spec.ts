import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printContract } from '../../contract/canonical.js';
import { gives, number, text } from '../contract-builder.spec-support.js';
import { loadAgainst } from './load-against.js';

const old = gives(text);
const young = gives(number);
const folder = mkdtempSync(join(tmpdir(), 'trunkline-against-spec-'));
const options = { cwd: folder };

const git = (...gitArguments: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...gitArguments], { cwd: folder });

beforeAll(() => {
  mkdirSync(join(folder, 'api'));
  writeFileSync(join(folder, 'api/package.json'), JSON.stringify({ name: 'trunkline-spec-api', version: '1.2.3' }));
  writeFileSync(join(folder, 'api/contract.json'), printContract(old));
  mkdirSync(join(folder, 'bare'));
  writeFileSync(join(folder, 'bare/package.json'), JSON.stringify({ name: 'trunkline-spec-bare', version: '1.0.0' }));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=One');
  writeFileSync(join(folder, 'api/contract.json'), printContract(young));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('loadAgainst', () => {
  it('reads a file', async () => {
    expect(await loadAgainst('api/contract.json', options)).toEqual(young);
    expect(await loadAgainst(join(folder, 'api/contract.json'), { cwd: '/' })).toEqual(young);
  });

  it('reads a file as it was at a revision', async () => {
    expect(await loadAgainst('git:main:api/contract.json', options)).toEqual(old);
    expect(await loadAgainst('git:HEAD:api/contract.json', { cwd: join(folder, 'api') })).toEqual(old);
  });

  it('reads a package, packed by npm from a folder or a tarball', async () => {
    expect(await loadAgainst('npm:./api', options)).toEqual(young);
    execFileSync('npm', ['pack', './api', '--pack-destination', folder], { cwd: folder, stdio: 'pipe' });
    expect(await loadAgainst('npm:./trunkline-spec-api-1.2.3.tgz', options)).toEqual(young);
  }, 60_000);

  it('leaves nothing behind', async () => {
    await loadAgainst('npm:./api', options);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tgz')).length).toBeLessThanOrEqual(1);
  }, 60_000);

  it('says which file cannot be read', async () => {
    await expect(loadAgainst('missing.json', options)).rejects.toThrow(
      `${join(folder, 'missing.json')} cannot be read`,
    );
  });

  it('says what git does not have', async () => {
    await expect(loadAgainst('git:nowhere:api/contract.json', options)).rejects.toThrow(
      'git has no api/contract.json at nowhere',
    );
    await expect(loadAgainst('git:main:missing.json', options)).rejects.toThrow('git has no missing.json at main');
  });

  it('says that a package has no contract', async () => {
    await expect(loadAgainst('npm:./bare', options)).rejects.toThrow('The package ./bare has no contract.json');
  }, 60_000);

  it('says that the registry cannot be reached', async () => {
    const nowhere = mkdtempSync(join(folder, 'offline-'));
    // Nothing listens on the port, so that no package is asked for in earnest.
    writeFileSync(join(nowhere, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n');
    writeFileSync(join(nowhere, 'package.json'), '{}');
    await expect(loadAgainst('npm:trunkline-spec-api@1.0.0', { cwd: nowhere })).rejects.toThrow(
      'The registry of npm cannot be reached, so trunkline-spec-api@1.0.0 cannot be compared with',
    );
  }, 60_000);

  it('says that a file is no contract', async () => {
    await expect(loadAgainst('api/package.json', options)).rejects.toThrow('api/package.json is no contract');
  });
});
