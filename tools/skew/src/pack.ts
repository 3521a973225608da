// Packs the libraries as they are now, for the specs of later versions: `npm run skew:pack`, right after a release.
// `--from` names another checkout, whose libraries are built.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  hashPacked,
  manifestPath,
  PACKED_FOLDER,
  PACKED_LIBRARIES,
  type PackedLibrary,
  type PackedManifest,
  packedPath,
} from './packed-libraries.js';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const root = resolve(values.from ?? join(import.meta.dirname, '../../..'));

const versions = new Set(PACKED_LIBRARIES.map((library) => pack(library)));
const [version, ...others] = versions;
if (version === undefined || others.length > 0) {
  throw new Error(`The libraries have several versions, ${[...versions].join(', ')}; a release has one.`);
}
const manifest: PackedManifest = {
  version,
  sha256: { protocol: hashPacked('protocol'), server: hashPacked('server'), client: hashPacked('client') },
};
writeFileSync(manifestPath(), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`skew: packed version ${version} of ${PACKED_LIBRARIES.join(', ')}`);

/** @returns the version that was packed. */
function pack(library: PackedLibrary): string {
  mkdirSync(PACKED_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(PACKED_FOLDER, '.packing-'));
  try {
    const project = join(root, 'libs', library);
    const parameters = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const printed: unknown = JSON.parse(execFileSync('npm', parameters, { cwd: project, encoding: 'utf8' }));
    renameSync(join(folder, readFilename(printed)), packedPath(library));
    return readVersion(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readFilename(printed: unknown): string {
  const first: unknown = Array.isArray(printed) ? printed[0] : undefined;
  if (typeof first === 'object' && first !== null && 'filename' in first && typeof first.filename === 'string') {
    return first.filename;
  }
  throw new Error('npm pack did not name the file that it wrote.');
}

function readVersion(description: unknown): string {
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  throw new Error('A package.json has no version.');
}
