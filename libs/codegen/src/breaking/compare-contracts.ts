import type { Contract } from '../contract/contract.js';
import { namesReachedBy } from '../contract/reach.js';
import type { FindingList } from './finding-list.js';

/** Finds what concerns more than one procedure, or procedures that stand in one contract only. */
export function compareContracts(before: Contract, after: Contract, findings: FindingList): void {
  const paths = Object.keys(before.procedures);
  if (before.transformer !== after.transformer) {
    findings.add({
      rule: 'WIRE_CHANGED',
      procedures: paths,
      position: 'transformer',
      before: before.transformer,
      after: after.transformer,
    });
  }
  for (const path of paths.filter((name) => !Object.hasOwn(after.procedures, name))) {
    findings.add({ rule: 'PROCEDURE_REMOVED', procedures: [path], before: before.procedures[path]?.kind ?? '' });
  }
  for (const [path, { kind }] of Object.entries(after.procedures)) {
    if (!Object.hasOwn(before.procedures, path)) {
      findings.add({ rule: 'PROCEDURE_ADDED', procedures: [path], after: kind });
    }
  }
  findRemovedNames(before, after, findings);
}

function findRemovedNames(before: Contract, after: Contract, findings: FindingList): void {
  const removed = new Set(Object.keys(before.types).filter((name) => !Object.hasOwn(after.types, name)));
  if (removed.size === 0) return;
  for (const [path, { input, output }] of Object.entries(before.procedures)) {
    for (const name of namesReachedBy([input, output], before.types)) {
      if (!removed.has(name)) continue;
      findings.add({ rule: 'TYPE_NAME_REMOVED', procedures: [path], type: name, position: name, before: name });
    }
  }
}
