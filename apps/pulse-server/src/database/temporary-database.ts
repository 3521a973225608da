import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'libsql';
import { closeDatabase, openDatabase } from './open-database.js';

export type TemporaryDatabase = {
  readonly path: string;
  readonly database: Database.Database;
  readonly remove: () => void;
};

/** A real database in a folder of its own; for specs, which remove it afterwards. */
export function openTemporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'pulse-'));
  const path = join(folder, 'pulse.db');
  const database = openDatabase(path);
  return {
    path,
    database,
    remove() {
      closeDatabase(database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
