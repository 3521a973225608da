import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findProject } from './find-project.js';

let root: string;
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trunkline-find-'));
  put('package.json', '{ "name": "root" }');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('findProject', () => {
  it('names the nearest project above a file, as project.json has it', () => {
    put('libs/a/package.json', '{ "name": "@acme/a" }');
    expect(findProject(join(root, 'libs/a/src/deep/router.ts'), root)).toBe('@acme/a');
    put('libs/a/project.json', '{ "name": "a" }');
    expect(findProject(join(root, 'libs/a/src/deep/router.ts'), root)).toBe('a');
  });

  it('takes the workspace itself for no project, and looks nowhere outside', () => {
    expect(findProject(join(root, 'tools/router.ts'), root)).toBeUndefined();
    expect(findProject(join(root, '../elsewhere/router.ts'), root)).toBeUndefined();
  });
});
