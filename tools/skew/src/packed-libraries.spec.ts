import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hashPacked, PACKED_LIBRARIES, type PackedLibrary, packedPath, readManifest } from './packed-libraries.js';

interface Description {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

describe('The last packed libraries', () => {
  const manifest = readManifest();

  function describePacked(library: PackedLibrary): Description {
    const text = execFileSync('tar', ['-xzOf', packedPath(library), 'package/package.json'], { encoding: 'utf8' });
    return JSON.parse(text) as Description;
  }

  it.each(PACKED_LIBRARIES)('are the files that the manifest names: %s', (library) => {
    expect(hashPacked(library)).toBe(manifest.sha256[library]);
    expect(describePacked(library)).toMatchObject({ name: `@trunkline/${library}`, version: manifest.version });
  });

  it.each(['server', 'client'] as const)('belong together: %s', (library) => {
    expect(describePacked(library).dependencies?.['@trunkline/protocol']).toBe(manifest.version);
  });

  it('are no newer than the libraries here, which are what the next release packs', () => {
    const path = new URL('../../../libs/protocol/package.json', import.meta.url);
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as Description;
    const isOlderOrSame = manifest.version.localeCompare(version, 'en', { numeric: true }) <= 0;
    expect({ packed: manifest.version, here: version, isOlderOrSame }).toMatchObject({ isOlderOrSame: true });
  });
});
