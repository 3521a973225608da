import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listProjectManifests } from './stamp.mjs';

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * The package.json files whose dependencies the lock does not know as they are, so that npm ci would refuse.
 * @param {string} workspaceRoot
 * @param {Record<string, object>} packages The lock's entries.
 * @returns {string[]}
 */
export function listStaleManifests(workspaceRoot, packages) {
  return ['package.json', ...listProjectManifests(workspaceRoot)].filter((path) => {
    const location = dirname(path) === '.' ? '' : dirname(path);
    const manifest = JSON.parse(readFileSync(join(workspaceRoot, path), 'utf8'));
    return describeDependencies(manifest) !== describeDependencies(packages[location] ?? {});
  });
}

/** @param {object} manifest */
function describeDependencies(manifest) {
  const fields = new Map(Object.entries(manifest));
  return JSON.stringify(
    dependencyFields.map((field) =>
      Object.entries(fields.get(field) ?? {}).toSorted(([left], [right]) => left.localeCompare(right)),
    ),
  );
}
