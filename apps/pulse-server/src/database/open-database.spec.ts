import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from './migrations.js';
import { closeDatabase, DatabaseUnusable, openDatabase, readEpoch } from './open-database.js';

describe('openDatabase', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulse-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the file and its folder at the first start, and finds the same database again', () => {
    const path = join(folder, '.pulse', 'pulse.db');
    const first = openDatabase(path);
    const epoch = readEpoch(first);
    closeDatabase(first);
    const second = openDatabase(path);
    expect(readEpoch(second)).toBe(epoch);
    expect(second.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: migrations.length });
    expect(second.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    closeDatabase(second);
  });

  it('gives every new database a name of its own', () => {
    const epochs = ['a.db', 'b.db'].map((name) => {
      const database = openDatabase(join(folder, name));
      const epoch = readEpoch(database);
      closeDatabase(database);
      return epoch;
    });
    expect(epochs[0]).not.toBe(epochs[1]);
  });

  it.each([
    ['not a database', 'text', 'is not a usable SQLite database'],
    ['in a folder that does not exist', 'missing folder', 'cannot be opened (ENOENT'],
    ['a folder', 'folder', 'cannot be opened'],
    ['made by a newer Pulse', 'newer', 'has version 99, made by a newer Pulse; this one knows versions up to'],
  ])('says what to do when the file is %s', (_, kind, sentence) => {
    const path = kind === 'folder' ? folder : join(folder, kind === 'missing folder' ? 'a/b/pulse.db' : 'pulse.db');
    if (kind === 'text') writeFileSync(path, 'Dear diary. '.repeat(1_000));
    if (kind === 'newer') {
      const database = openDatabase(path);
      database.exec('PRAGMA user_version = 99');
      closeDatabase(database);
    }
    const open = () => openDatabase(path);
    expect(open).toThrow(DatabaseUnusable);
    expect(open).toThrow(sentence);
    expect(open).toThrow('set PULSE_DATABASE to');
    expect(open).toThrow(path);
  });

  it('may be closed twice', () => {
    const database = openDatabase(join(folder, 'pulse.db'));
    closeDatabase(database);
    expect(() => closeDatabase(database)).not.toThrow();
  });
});
