import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a client was fresh with: the folders of its router's sources, and what was in them and in the client's. */
export interface FreshClient {
  readonly folders: readonly string[];
  readonly fingerprint: string;
}

/**
 * Remembers which clients were fresh, so that a build of an unchanged workspace asks no compiler. Files are told apart by time
 * and size, as `make` does it; who sets times back can run the target `check`, which looks at everything.
 */
export class SyncMemory {
  readonly #path: string;
  readonly #clients: Record<string, FreshClient>;

  constructor(path: string) {
    this.#path = path;
    this.#clients = read(path);
  }

  /** Whether nothing changed since the client of this folder was fresh. */
  isFresh(outFolder: string): boolean {
    const known = this.#clients[outFolder];
    return known !== undefined && known.fingerprint === fingerprintOf([...known.folders, outFolder]);
  }

  /** The client is what its router comes to. */
  remember(outFolder: string, folders: readonly string[]): void {
    this.#clients[outFolder] = { folders, fingerprint: fingerprintOf([...folders, outFolder]) };
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(this.#clients));
  }
}

function read(path: string): Record<string, FreshClient> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- This class alone writes it; anything else is not fresh.
    return typeof value === 'object' && value !== null ? (value as Record<string, FreshClient>) : {};
  } catch {
    // There is none yet, or it was cut off: then nothing is known.
    return {};
  }
}

const SKIPPED = new Set(['node_modules', '.git', '.nx', 'coverage']);

function fingerprintOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) addFolder(folder, (text) => hash.update(text));
  return hash.digest('base64url');
}

function addFolder(folder: string, add: (text: string) => void): void {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(folder);
  } catch {
    add(`${folder} is missing\n`);
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) addFolder(path, add);
    } else if (entry.isFile()) {
      const { mtimeMs, size } = statSync(path);
      add(`${path} ${mtimeMs} ${size}\n`);
    }
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
