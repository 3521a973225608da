import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import * as z from 'zod';
import { migrations } from './migrations.js';

/** Says in one sentence why the database cannot be used and what to do about it. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/** Opens the file, makes it at the first start, and brings it to the newest version. Throws `DatabaseUnusable`. */
export function openDatabase(path: string): Database.Database {
  try {
    // One level only: a longer path that does not exist is more likely a mistake than a wish.
    if (!existsSync(dirname(path))) mkdirSync(dirname(path));
    const database = new Database(path);
    try {
      // The write-ahead log lets readers and the writer work at once; NORMAL may lose the last moments to a power cut, but
      // never the file's integrity, which is the right trade for samples.
      database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000',
      );
      migrate(database, path);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof DatabaseUnusable ? error : new DatabaseUnusable(explain(path, error), { cause: error });
  }
}

/** A random name of this database, made with it; positions in its logs mean something only together with it. */
export function readEpoch(database: Database.Database): string {
  return z.object({ epoch: z.string() }).parse(database.prepare('SELECT epoch FROM identity').get()).epoch;
}

/** Folds the write-ahead log back into the file, so that the file alone is the database, and closes it. */
export function closeDatabase(database: Database.Database): void {
  if (!database.open) return;
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function migrate(database: Database.Database, path: string): void {
  const version = z.object({ user_version: z.int() }).parse(database.prepare('PRAGMA user_version').get()).user_version;
  if (version > migrations.length) {
    throw new DatabaseUnusable(
      `The database ${path} has version ${version}, made by a newer Pulse; this one knows versions up to ${migrations.length}. ` +
        'Start the newer Pulse, or set PULSE_DATABASE to another file.',
    );
  }
  const applyAll = database.transaction(() => {
    for (const migration of migrations.slice(version)) database.exec(migration);
    if (version === 0) database.prepare('INSERT INTO identity (epoch) VALUES (?)').run(randomBytes(6).toString('hex'));
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
  if (version < migrations.length) applyAll.immediate();
}

function explain(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/.test(reason)) {
    return `The file ${path} is not a usable SQLite database (${reason}). Move it away and start again, or set PULSE_DATABASE to another file.`;
  }
  if (/locked|busy/i.test(reason)) {
    return `The database ${path} is in use by another program (${reason}). Stop the other Pulse, or set PULSE_DATABASE to another file.`;
  }
  return (
    `The database ${path} cannot be opened (${reason}). Check that the folder exists and may be written, ` +
    'or set PULSE_DATABASE to a file in one that may.'
  );
}
