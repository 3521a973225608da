// `npm ci` refuses a lock that lacks optional dependencies, and `npm install` leaves out those a registry did not serve for
// some foreign platform (https://github.com/npm/cli/issues/9846). This writes an inert entry for each, which npm skips on
// every other platform; `--check` only says whether any is missing. Run it after each change of the lock: `npm run relock`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listStaleManifests } from './lock-agreement.mjs';
import { addMissingEntries } from './optional-entries.mjs';

const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const lockFile = join(workspaceRoot, 'package-lock.json');
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const { packages, added } = addMissingEntries(lock.packages);
const stale = listStaleManifests(workspaceRoot, lock.packages);

if (stale.length > 0) {
  console.error(`relock: package-lock.json does not agree with ${stale.join(', ')}.`);
  console.error('relock: run `npm install --ignore-scripts && npm run relock`, and commit package-lock.json.');
  process.exit(1);
}
if (added.length === 0) {
  console.log('relock: package-lock.json is complete');
} else if (process.argv.includes('--check')) {
  console.error(
    `relock: package-lock.json lacks ${added.length} optional packages that npm ci asks for, such as ${added[0]}.`,
  );
  console.error('relock: run `npm run relock` and commit package-lock.json.');
  process.exit(1);
} else {
  writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  console.log(`relock: wrote ${added.length} entries into package-lock.json`);
}
