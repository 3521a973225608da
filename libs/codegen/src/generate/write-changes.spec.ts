import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeChanges } from './write-changes.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-write-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeChanges', () => {
  it('leaves no half-written file beside one that it could not replace', async () => {
    mkdirSync(join(folder, 'contract.json', 'a-folder'), { recursive: true });
    const change = { path: 'contract.json', kind: 'changed', before: '', after: '{}' } as const;
    await expect(writeChanges(folder, [change])).rejects.toThrow(/EISDIR|ENOTEMPTY/u);
    expect(readdirSync(folder)).toEqual(['contract.json']);
  });

  it('takes a file that is gone already for removed', async () => {
    await writeChanges(folder, [{ path: 'docs/openrpc.json', kind: 'removed', before: '{}' }]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
