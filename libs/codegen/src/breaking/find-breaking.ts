import type { Contract } from '../contract/contract.js';
import { compareContracts } from './compare-contracts.js';
import { compareProcedures } from './compare-procedures.js';
import { createSides, type Sides } from './create-sides.js';
import type { Finding } from './finding.js';
import { FindingList } from './finding-list.js';

/**
 * What breaks a client that was made from `before` and talks to a server of `after`: what old clients send has to be taken,
 * and what the server sends has to be what they expect. One finding for each cause, the worst first.
 */
export function findBreaking(before: Contract, after: Contract): readonly Finding[] {
  const findings = new FindingList();
  const sides = createSides(before, after);
  compareContracts(before, after, findings);
  for (const [path, procedure] of Object.entries(before.procedures)) {
    const other = Object.hasOwn(after.procedures, path) ? after.procedures[path] : undefined;
    if (other !== undefined) compareProcedures({ path, before: procedure, after: other }, sides, findings);
  }
  compareErrorData(before, after, sides, findings);
  return findings.list();
}

/** Every error of every procedure carries the same data. */
function compareErrorData(before: Contract, after: Contract, { output }: Sides, findings: FindingList): void {
  if (before.errorData === undefined) return;
  // Without a formatter of its own, a router gives what tRPC gives, of which a contract says nothing.
  const sent = after.errorData ?? { kind: 'hole', reason: 'tRPC gives the data of errors.' };
  const account = output.explain('error.data', { sent, expected: before.errorData });
  findings.addAccounts(output.listReached(account), Object.keys(before.procedures), 'output');
}
