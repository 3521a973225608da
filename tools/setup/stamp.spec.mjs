import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hasCurrentStamp, writeStamp } from './stamp.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'));
  for (const folder of ['node_modules', 'libs/client']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'libs/client/package.json']) {
    writeFileSync(join(root, file), '{}');
  }
});

afterEach(() => rmSync(root, { recursive: true }));

describe('hasCurrentStamp', () => {
  it('is false before the first install', () => {
    expect(hasCurrentStamp(root)).toBe(false);
  });

  it('is true after an install', () => {
    writeStamp(root);
    expect(hasCurrentStamp(root)).toBe(true);
  });

  it.each(['package.json', 'package-lock.json', '.npmrc', 'libs/client/package.json'])(
    'is false once %s differs',
    (file) => {
      writeStamp(root);
      writeFileSync(join(root, file), '{ "changed": true }');
      expect(hasCurrentStamp(root)).toBe(false);
    },
  );

  it('is false once a project is added', () => {
    writeStamp(root);
    mkdirSync(join(root, 'libs/server'));
    writeFileSync(join(root, 'libs/server/package.json'), '{}');
    expect(hasCurrentStamp(root)).toBe(false);
  });
});
