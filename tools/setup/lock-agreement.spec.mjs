import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listStaleManifests } from './lock-agreement.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agreement-'));
  mkdirSync(join(root, 'libs/client'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "devDependencies": { "jest": "30.0.0" } }');
  writeFileSync(join(root, 'libs/client/package.json'), '{ "dependencies": { "ws": "8.0.0", "a": "1.0.0" } }');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('listStaleManifests', () => {
  const agreed = {
    '': { devDependencies: { jest: '30.0.0' } },
    'libs/client': { version: '1.0.0', dependencies: { a: '1.0.0', ws: '8.0.0' } },
  };

  it('is empty when the lock knows all dependencies, in whatever order', () => {
    expect(listStaleManifests(root, agreed)).toEqual([]);
  });

  it('names a manifest with a dependency that the lock has otherwise', () => {
    const lock = { ...agreed, 'libs/client': { dependencies: { a: '1.0.0', ws: '7.0.0' } } };
    expect(listStaleManifests(root, lock)).toEqual([join('libs/client/package.json')]);
  });

  it('names a project that the lock does not know', () => {
    expect(listStaleManifests(root, { '': agreed[''] })).toEqual([join('libs/client/package.json')]);
  });
});
