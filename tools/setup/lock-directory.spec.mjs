import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withLockDirectory } from './lock-directory.mjs';

let folder = '';
let directory = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  directory = join(folder, 'lock');
  jest.spyOn(console, 'log').mockReturnValue(undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('withLockDirectory', () => {
  it('lets one work begin only when the other has ended', async () => {
    /** @type {string[]} */
    const events = [];
    /** @param {string} name */
    const work = (name) => async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => withLockDirectory(directory, work(name), { pollEveryMs: 1 })));
    expect(events.filter((_, index) => index % 2 === 0)).toEqual(
      events.filter((_, index) => index % 2 === 1).map((event) => event.replace('ends', 'begins')),
    );
  });

  it('hands on the result and leaves nothing behind', async () => {
    expect(await withLockDirectory(directory, async () => 42)).toBe(42);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('frees the lock when the work throws', async () => {
    const failing = withLockDirectory(directory, () => Promise.reject(new Error('no space left')));
    await expect(failing).rejects.toThrow('no space left');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over from a process that is gone', async () => {
    mkdirSync(directory);
    // Linux gives no process this id.
    writeFileSync(join(directory, '2147483646-gone'), '');
    expect(await withLockDirectory(directory, async () => 'done', { pollEveryMs: 1 })).toBe('done');
  });

  it('takes over from a holder that no longer keeps its file young, whoever has its process id now', async () => {
    mkdirSync(directory);
    const file = join(directory, `${process.pid}-old`);
    writeFileSync(file, '');
    utimesSync(file, 0, 0);
    expect(await withLockDirectory(directory, async () => 'done', { pollEveryMs: 1 })).toBe('done');
  });
});
