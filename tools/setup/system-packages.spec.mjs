import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isPresent, listMissingSystemPackages, withServicesOff } from './system-packages.mjs';

describe('listMissingSystemPackages', () => {
  it('asks nothing of the machine for npm start', () => {
    expect(listMissingSystemPackages('start')).toEqual([]);
  });
});

describe('isPresent', () => {
  it('knows a package by a program on the PATH', () => {
    expect(isPresent({ executables: ['no-such-program', 'sh'] })).toBe(true);
    expect(isPresent({ executables: ['no-such-program'] })).toBe(false);
  });

  it('knows a package without a program by a file', () => {
    expect(isPresent({ executables: [], files: [import.meta.filename] })).toBe(true);
    expect(isPresent({ executables: [], files: ['/no/such/file'] })).toBe(false);
  });
});

describe('withServicesOff', () => {
  /** @type {string} */
  let folder;
  /** @type {string} */
  let policyPath;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trunkline-setup-'));
    policyPath = join(folder, 'policy-rc.d');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('answers 101 to whoever asks to start a service, until the installation is over', async () => {
    /** @type {unknown} */
    let refusal;
    await withServicesOff(policyPath, async () => {
      try {
        execFileSync(policyPath, ['nginx', 'start']);
      } catch (thrown) {
        refusal = thrown;
      }
    });
    expect(refusal).toMatchObject({ status: 101 });
    expect(existsSync(policyPath)).toBe(false);
  });

  it('takes its answer away after an installation that fails too', async () => {
    const install = () => withServicesOff(policyPath, () => Promise.reject(new Error('no network')));
    await expect(install()).rejects.toThrow('no network');
    expect(existsSync(policyPath)).toBe(false);
  });

  it('leaves the answer of the machine as it is', async () => {
    writeFileSync(policyPath, 'its own');
    await withServicesOff(policyPath, async () => undefined);
    expect(readFileSync(policyPath, 'utf8')).toBe('its own');
  });
});
