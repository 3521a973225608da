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

/** Finds what clients that are deployed may have been made from, again and again: the same text is read once. */
export class CompatibilityBaseSource {
  readonly #outFolder: string;
  readonly #contracts = new KnownTexts<Contract>();
  readonly #compatibilities = new KnownTexts<Compatibility>();

  constructor(outFolder: string) {
    this.#outFolder = outFolder;
  }

  /**
   * The contract and its compatibility as they were committed last, so that what is generated between two commits counts once
   * and a check comes to the same result everywhere; as they are on disk where there is no such commit.
   */
  async load(): Promise<CompatibilityBase> {
    const [contract, compatibility] = await Promise.all([
      this.#readSide('contract.json', this.#contracts, readContract),
      this.#readSide('compatibility.json', this.#compatibilities, readCompatibility),
    ]);
    return {
      ...(contract.value === undefined ? {} : { contract: contract.value }),
      ...(compatibility.value === undefined ? {} : { compatibility: compatibility.value }),
      warnings: [...contract.warnings, ...compatibility.warnings],
    };
  }

  /** Tells what a text says that is being written, and may be found the next time. */
  expect(text: string, contract: Contract): void {
    this.#contracts.told = { text, value: contract };
  }

  async #readSide<TValue>(
    name: string,
    known: KnownTexts<TValue>,
    read: (text: string, origin: string) => TValue,
  ): Promise<Side<TValue>> {
    const found = (await readCommitted(this.#outFolder, name)) ?? (await readOnDisk(this.#outFolder, name));
    if (found === undefined) return { warnings: [] };
    try {
      const value = known.get(found.text) ?? read(found.text, found.origin);
      known.found = { text: found.text, value };
      return { value, warnings: [] };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { warnings: [`Older clients are not taken into account: ${reason}`] };
    }
  }
}

/** What the two texts say that are likeliest to be found. */
class KnownTexts<TValue> {
  found: Known<TValue> | undefined;
  told: Known<TValue> | undefined;

  get(text: string): TValue | undefined {
    return [this.found, this.told].find((known) => known?.text === text)?.value;
  }
}

interface Known<TValue> {
  readonly text: string;
  readonly value: TValue;
}

interface Side<TValue> {
  readonly value?: TValue;
  readonly warnings: readonly string[];
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
