import { describe, expect, it } from '@jest/globals';
import { addMissingEntries } from './optional-entries.mjs';

/** @param {Record<string, string>} optionalDependencies */
const lockWith = (optionalDependencies) => ({
  '': { version: '0.0.0' },
  'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies },
});

describe('addMissingEntries', () => {
  it('writes an entry that npm skips on every other platform', () => {
    const { packages, added } = addMissingEntries(lockWith({ '@tool/core-darwin-arm64': '1.2.3' }));
    expect(added).toEqual(['node_modules/@tool/core-darwin-arm64']);
    expect(packages['node_modules/@tool/core-darwin-arm64']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    });
  });

  it.each([
    ['@tool/linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@tool/linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tool/linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@tool/win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@tool/android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
  ])('reads the platform from %s', (name, platform) => {
    const { packages } = addMissingEntries(lockWith({ [name]: '1.2.3' }));
    expect(packages[`node_modules/${name}`]).toMatchObject(platform);
  });

  it('leaves a complete lock as it is, also when the entry is nested', () => {
    const lock = {
      ...lockWith({ '@tool/linux-x64-gnu': '1.2.3' }),
      'node_modules/tool/node_modules/@tool/linux-x64-gnu': { version: '1.2.3' },
    };
    expect(addMissingEntries(lock)).toEqual({ packages: lock, added: [] });
  });

  it('changes nothing the second time', () => {
    const first = addMissingEntries(lockWith({ '@tool/linux-x64-gnu': '1.2.3', '@tool/darwin-x64': '1.2.3' }));
    const second = addMissingEntries(first.packages);
    expect(second.added).toEqual([]);
    expect(JSON.stringify(second.packages)).toBe(JSON.stringify(first.packages));
  });

  it.each([
    ['fsevents-like', '1.2.3'],
    ['@tool/linux-x64', '^1.2.3'],
  ])('refuses %s@%s, because it would have to guess', (name, range) => {
    expect(() => addMissingEntries(lockWith({ [name]: range }))).toThrow(`${name}@${range}`);
  });
});
