import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the last packed libraries are. Their files keep their names, whatever their version. */
export const PACKED_FOLDER = join(import.meta.dirname, '../packed');

/** The libraries that an application installs. */
export const PACKED_LIBRARIES = ['protocol', 'server', 'client'] as const;

export type PackedLibrary = (typeof PACKED_LIBRARIES)[number];

/** What is said of the packed libraries, so that a file that was exchanged alone is found. */
export interface PackedManifest {
  readonly version: string;
  /** SHA-256 of each file, in hexadecimal digits. */
  readonly sha256: Readonly<Record<PackedLibrary, string>>;
}

export function packedPath(library: PackedLibrary): string {
  return join(PACKED_FOLDER, `${library}.tgz`);
}

export function manifestPath(): string {
  return join(PACKED_FOLDER, 'manifest.json');
}

export function readManifest(): PackedManifest {
  const manifest: unknown = JSON.parse(readFileSync(manifestPath(), 'utf8'));
  if (!isManifest(manifest))
    throw new Error(`${manifestPath()} has no version or no hashes; npm run skew:pack writes it.`);
  return manifest;
}

/** The SHA-256 of a packed library as it is. */
export function hashPacked(library: PackedLibrary): string {
  return createHash('sha256')
    .update(readFileSync(packedPath(library)))
    .digest('hex');
}

function isManifest(value: unknown): value is PackedManifest {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('sha256' in value)) return false;
  const { version, sha256 } = value;
  if (typeof version !== 'string' || typeof sha256 !== 'object' || sha256 === null) return false;
  return PACKED_LIBRARIES.every((library) => typeof Reflect.get(sha256, library) === 'string');
}
