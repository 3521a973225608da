import type { Compatibility } from '../breaking/compatibility.js';
import { printCompatibility } from '../breaking/compatibility.js';
import { printContract } from '../contract/canonical.js';
import type { Contract } from '../contract/contract.js';
import { emitDocuments } from '../emit/documents/emit-documents.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import { emitPython } from '../emit/python/emit-python.js';
import { compileFiles } from '../emit/typescript/compile-files.js';
import { emitTypescript } from '../emit/typescript/emit-typescript.js';
import { printGeneratedList } from './generated-list.js';
import type { GeneratePlan } from './plan.js';

/** All files of the package that a contract is made into, the list of them included. */
export function emitPackage(
  contract: Contract,
  compatibility: Compatibility,
  { settings, packageName }: GeneratePlan,
): readonly GeneratedFile[] {
  const { title = packageName, version = compatibility.contract, description, url, python = false } = settings;
  const sources = emitTypescript(contract, { ...settings, packageName });
  const about = {
    title,
    version,
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
  };
  const files: readonly GeneratedFile[] = [
    ...sources,
    ...(settings.compile === false ? [] : compileFiles(sources)),
    { path: 'contract.json', text: printContract(contract) },
    { path: 'compatibility.json', text: printCompatibility(compatibility) },
    ...(settings.documents === false ? [] : emitDocuments(contract, about)),
    ...(python === false ? [] : emitPython(contract, { packageName: python })),
  ];
  return [...files, printGeneratedList(files)];
}
