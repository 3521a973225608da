import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
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
    const committed = await listCommitted(this.#outFolder, ['contract.json', 'compatibility.json']);
    const [contract, compatibility] = await Promise.all([
      this.#readSide({ name: 'contract.json', committed, known: this.#contracts, read: readContract }),
      this.#readSide({ name: 'compatibility.json', committed, known: this.#compatibilities, read: readCompatibility }),
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

  async #readSide<TValue>({ name, committed, known, read }: SideReading<TValue>): Promise<Side<TValue>> {
    const id = committed.get(name);
    if (id !== undefined && known.found?.id === id) return { value: known.found.value, warnings: [] };
    const found = await (id === undefined
      ? readOnDisk(this.#outFolder, name)
      : readCommitted(this.#outFolder, name, id));
    if (found === undefined) return { warnings: [] };
    try {
      const value = known.get(found.text) ?? read(found.text, found.origin);
      known.found = { id, text: found.text, value };
      return { value, warnings: [] };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { warnings: [`Older clients are not taken into account: ${reason}`] };
    }
  }
}

interface SideReading<TValue> {
  readonly name: string;
  /** What git calls the files that were committed, by their names. */
  readonly committed: ReadonlyMap<string, string>;
  readonly known: KnownTexts<TValue>;
  readonly read: (text: string, origin: string) => TValue;
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
  /** What git calls the text; undefined where it was not committed. */
  readonly id?: string | undefined;
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

/** What git calls these files of a folder as they were committed last; nothing of those that were not. */
async function listCommitted(outFolder: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cwd = nearestFolder(outFolder);
  const paths = names.map((name) => pathFrom(cwd, join(outFolder, name)));
  const listed = await runProgram('git', ['ls-tree', '-z', 'HEAD', '--', ...paths], { cwd, timeoutMs: GIT_TIMEOUT_MS });
  const entries = listed.ok ? listed.output.split('\0') : [];
  const found = entries.flatMap((entry): (readonly [string, string])[] => {
    const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/u.exec(entry) ?? [];
    return id === undefined || path === undefined ? [] : [[posix.basename(path), id]];
  });
  return new Map(found);
}

async function readCommitted(outFolder: string, name: string, id: string): Promise<FoundText | undefined> {
  const options = { cwd: nearestFolder(outFolder), timeoutMs: GIT_TIMEOUT_MS };
  const shown = await runProgram('git', ['cat-file', 'blob', id], options);
  return shown.ok ? { text: shown.output, origin: `HEAD:${name}` } : undefined;
}

function pathFrom(folder: string, path: string): string {
  return path.slice(folder.length + 1).replaceAll('\\', '/');
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
