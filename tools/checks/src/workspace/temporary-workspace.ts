import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A workspace on disk, for specs of checks that read one. */
export interface TemporaryWorkspace {
  readonly root: string;
  remove(): void;
}

/** Writes the files, from path to text, into a folder of their own. Call `remove` afterwards. */
export function createTemporaryWorkspace(files: Readonly<Record<string, string>>): TemporaryWorkspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
