import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runProgram } from '../breaking/against/run-program.js';
import type { Compatibility } from '../breaking/compatibility.js';
import { readCompatibility } from '../breaking/read-compatibility.js';
import type { Contract } from '../contract/contract.js';
import { readContract } from '../contract/read-contract.js';

/** What clients that are deployed may have been made from. */
export interface CompatibilityBase {
  readonly contract?: Contract;
  readonly compatibility?: Compatibility;
  /** Why something of it was left aside. */
  readonly warnings: readonly string[];
}

const GIT_TIMEOUT_MS = 10_000;

/**
 * The contract and its compatibility as they were committed last, so that what is generated between two commits counts once
 * and a check comes to the same result everywhere; as they are on disk where there is no such commit.
 */
export async function loadCompatibilityBase(outFolder: string): Promise<CompatibilityBase> {
  const [contract, compatibility] = await Promise.all([
    readSide(outFolder, 'contract.json', readContract),
    readSide(outFolder, 'compatibility.json', readCompatibility),
  ]);
  return {
    ...(contract.value === undefined ? {} : { contract: contract.value }),
    ...(compatibility.value === undefined ? {} : { compatibility: compatibility.value }),
    warnings: [...contract.warnings, ...compatibility.warnings],
  };
}

interface Side<TValue> {
  readonly value?: TValue;
  readonly warnings: readonly string[];
}

async function readSide<TValue>(
  outFolder: string,
  name: string,
  read: (text: string, origin: string) => TValue,
): Promise<Side<TValue>> {
  const found = (await readCommitted(outFolder, name)) ?? (await readOnDisk(outFolder, name));
  if (found === undefined) return { warnings: [] };
  try {
    return { value: read(found.text, found.origin), warnings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { warnings: [`Older clients are not taken into account: ${reason}`] };
  }
}

interface FoundText {
  readonly text: string;
  readonly origin: string;
}

async function readCommitted(outFolder: string, name: string): Promise<FoundText | undefined> {
  const cwd = nearestFolder(outFolder);
  const prefix = join(outFolder, name)
    .slice(cwd.length + 1)
    .replaceAll('\\', '/');
  const shown = await runProgram('git', ['show', '--end-of-options', `HEAD:./${prefix}`], {
    cwd,
    timeoutMs: GIT_TIMEOUT_MS,
  });
  return shown.ok ? { text: shown.output, origin: `HEAD:${name}` } : undefined;
}

// The folder may be yet to be made, or have been removed since the commit.
function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(dirname(folder));
}

async function readOnDisk(outFolder: string, name: string): Promise<FoundText | undefined> {
  const path = join(outFolder, name);
  try {
    return { text: await readFile(path, 'utf8'), origin: path };
  } catch {
    return undefined;
  }
}
