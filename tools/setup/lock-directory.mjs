import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const refreshEveryMs = 5_000;
// A process id may be given to somebody else after a reboot, so a holder also has to keep its file young.
const deadAfterMs = 60_000;

/**
 * Runs the work while no other process does, and takes the lock over from a holder that died.
 *
 * The lock is a directory with one file, named after its holder. It appears complete, by a rename that fails while the
 * directory has a file in it, and is freed by removing that very file: who removes a dead holder's file cannot hit a new one's.
 * @template Result
 * @param {string} directory
 * @param {() => Promise<Result>} work
 * @param {{ pollEveryMs?: number }} [options]
 * @returns {Promise<Result>}
 */
export async function withLockDirectory(directory, work, { pollEveryMs = 500 } = {}) {
  const holder = `${process.pid}-${randomUUID()}`;
  await acquire(directory, holder, pollEveryMs);
  const file = join(directory, holder);
  const refresh = setInterval(() => utimesSync(file, new Date(), new Date()), refreshEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    release(directory, holder);
  }
}

/**
 * @param {string} directory
 * @param {string} holder
 * @param {number} pollEveryMs
 */
async function acquire(directory, holder, pollEveryMs) {
  const candidate = `${directory}-${holder}`;
  mkdirSync(candidate, { recursive: true });
  writeFileSync(join(candidate, holder), '');
  try {
    let hasSaid = false;
    while (!isMovedTo(candidate, directory)) {
      if (hasRemovedDeadHolders(directory)) continue;
      if (!hasSaid) console.log('setup: another setup is running here, waiting for it to end');
      hasSaid = true;
      await delay(pollEveryMs);
      utimesSync(join(candidate, holder), new Date(), new Date());
    }
  } finally {
    rmSync(candidate, { recursive: true, force: true });
  }
}

/**
 * @param {string} candidate
 * @param {string} directory
 */
function isMovedTo(candidate, directory) {
  try {
    renameSync(candidate, directory);
    return true;
  } catch (error) {
    if (hasCode(error, ['ENOTEMPTY', 'EEXIST', 'EPERM'])) return false;
    throw error;
  }
}

/** @param {string} directory */
function hasRemovedDeadHolders(directory) {
  const dead = listFiles(directory).filter((file) => !isAlive(directory, file));
  for (const file of dead) release(directory, file);
  return dead.length > 0;
}

/**
 * @param {string} directory
 * @param {string} holder
 */
function isAlive(directory, holder) {
  try {
    if (Date.now() - statSync(join(directory, holder)).mtimeMs > deadAfterMs) return false;
    process.kill(Number.parseInt(holder, 10), 0);
    return true;
  } catch (error) {
    // A process of another user is alive, too.
    return hasCode(error, ['EPERM']);
  }
}

/**
 * @param {string} directory
 * @param {string} holder
 */
function release(directory, holder) {
  try {
    unlinkSync(join(directory, holder));
    rmdirSync(directory);
  } catch (error) {
    // Somebody else was quicker, to remove a dead holder or to move in.
    if (!hasCode(error, ['ENOENT', 'ENOTEMPTY', 'EEXIST'])) throw error;
  }
}

/** @param {string} directory */
function listFiles(directory) {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (hasCode(error, ['ENOENT'])) return [];
    throw error;
  }
}

/**
 * @param {unknown} error
 * @param {readonly string[]} codes
 */
function hasCode(error, codes) {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
