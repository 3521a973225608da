import type { Compatibility } from '../breaking/compatibility.js';
import { printCompatibility } from '../breaking/compatibility.js';
import { printContract } from '../contract/canonical.js';
import type { Contract } from '../contract/contract.js';
import { emitDocuments } from '../emit/documents/emit-documents.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import { PrintMemory } from '../emit/print-memory.js';
import { emitPython } from '../emit/python/emit-python.js';
import { compileFiles } from '../emit/typescript/compile-files.js';
import { emitTypescript } from '../emit/typescript/emit-typescript.js';
import { printGeneratedList } from './generated-list.js';
import type { GeneratePlan } from './plan.js';

/**
 * All files of the package that a contract is made into, the list of them included.
 *
 * @param memory what was printed of the contract before this one, with the same plan.
 */
export async function emitPackage(
  contract: Contract,
  compatibility: Compatibility,
  { settings, packageName }: GeneratePlan,
  memory: PrintMemory = new PrintMemory(),
): Promise<readonly GeneratedFile[]> {
  memory.keepFor(wholeOf(contract));
  const { title = packageName, version = compatibility.contract, description, url, python = false } = settings;
  const sources = emitTypescript(contract, { ...settings, packageName }, memory);
  const about = {
    title,
    version,
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
  };
  // Goes on beside the printing of all others.
  const compiling = settings.compile === false ? [] : compileFiles(sources);
  const others: readonly GeneratedFile[] = [
    { path: 'contract.json', text: printContract(contract, (place, about, make) => memory.recall(place, about, make)) },
    { path: 'compatibility.json', text: printCompatibility(compatibility) },
    ...(settings.documents === false ? [] : emitDocuments(contract, about, memory)),
    ...(python === false ? [] : emitPython(contract, { packageName: python })),
  ];
  const files = [...sources, ...(await compiling), ...others];
  return [...files, printGeneratedList(files)];
}

/** What the text of every part depends on: what everything is called, and how values travel. */
function wholeOf({ transformer, procedures, types }: Contract): string {
  const kinds = Object.entries(procedures).map(([path, { kind, errors }]) => [path, kind, errors !== undefined]);
  return JSON.stringify([transformer, Object.keys(types), kinds]);
}
