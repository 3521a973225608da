import { createRequire } from 'node:module';

/** The part of SQLite that is used here. */
interface OpenDatabase {
  prepare(sql: string): { all(...parameters: unknown[]): Record<string, unknown>[] };
  close(): void;
}

// The server's own SQLite, so that both certainly read the same format.
const requireOfServer = createRequire(new URL('../../pulse-server/package.json', import.meta.url));
const Database: new (path: string, options: { readonly: boolean }) => OpenDatabase = requireOfServer('libsql');

/** Reads rows straight from the file, behind the server's back. */
export function readRows(databasePath: string, sql: string, ...parameters: unknown[]): Record<string, unknown>[] {
  const database = new Database(databasePath, { readonly: true });
  try {
    return database.prepare(sql).all(...parameters);
  } finally {
    database.close();
  }
}

/** When the samples of a host between two moments were taken, in order. Epoch milliseconds. */
export function readSampleTimes(databasePath: string, hostId: string, from: number, to: number): number[] {
  const sql = 'SELECT taken_at FROM samples WHERE host_id = ? AND taken_at BETWEEN ? AND ? ORDER BY taken_at';
  return readRows(databasePath, sql, hostId, from, to).map((row) => Number(row['taken_at']));
}
