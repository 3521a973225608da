import type { ProcedureContract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';
import type { Sides } from './create-sides.js';
import type { FindingList } from './finding-list.js';
import { printType } from './print-type.js';
import type { TypeMembers } from './relation/type-members.js';

/** What one procedure was and what it is. */
export interface ProcedurePair {
  readonly path: string;
  readonly before: ProcedureContract;
  readonly after: ProcedureContract;
}

/** Finds what has changed about one procedure. */
export function compareProcedures(pair: ProcedurePair, sides: Sides, findings: FindingList): void {
  const { path, before, after } = pair;
  compareErrors(pair, findings);
  if (before.deprecated === undefined && after.deprecated !== undefined) {
    findings.add({ rule: 'DEPRECATED', procedures: [path], after: after.deprecated });
  }
  if (before.kind !== after.kind) {
    // A procedure of another kind is another procedure, of which input and output are not worth comparing.
    findings.add({ rule: 'KIND_CHANGED', procedures: [path], before: before.kind, after: after.kind });
    return;
  }
  compareInputs(pair, sides, findings);
  compareOutputs(pair, sides, findings);
}

function compareErrors({ path, before, after }: ProcedurePair, findings: FindingList): void {
  const known = before.errors ?? {};
  const declared = after.errors ?? {};
  for (const code of Object.keys(declared).filter((name) => !Object.hasOwn(known, name))) {
    findings.add({ rule: 'ERROR_ADDED', procedures: [path], position: 'errors', after: code });
  }
  for (const code of Object.keys(known).filter((name) => !Object.hasOwn(declared, name))) {
    findings.add({ rule: 'ERROR_REMOVED', procedures: [path], position: 'errors', before: code });
  }
}

function compareInputs({ path, before, after }: ProcedurePair, sides: Sides, findings: FindingList): void {
  const parts = {
    procedures: [path],
    position: 'input',
    before: printType(before.input),
    after: printType(after.input),
  };
  const mayBeLeftOut = sides.after.takesUndefined(after.input);
  if (isNothing(before.input, sides.before)) {
    if (!mayBeLeftOut) findings.add({ ...parts, rule: 'INPUT_ADDED' });
    return;
  }
  // A schema for `undefined` refuses what a procedure without an input would not look at.
  if (isVoid(after.input, sides.after)) {
    findings.add({ ...parts, rule: 'INPUT_REMOVED' });
    return;
  }
  const couldBeLeftOut = sides.before.of(before.input).some(({ form }) => form.kind === 'undefined');
  if (couldBeLeftOut && !mayBeLeftOut) findings.add({ ...parts, rule: 'INPUT_REQUIRED' });
  const child = { sent: before.input, expected: after.input, ignoresUndefined: true } as const;
  const account = sides.input.explain('input', child);
  findings.addAccounts(sides.input.listReached(account), [path], 'input');
}

function compareOutputs({ path, before, after }: ProcedurePair, sides: Sides, findings: FindingList): void {
  let [old, young] = [before.output, after.output];
  let position = 'output';
  if (before.tracked !== after.tracked) {
    findings.add({
      rule: 'TRACKED_CHANGED',
      procedures: [path],
      before: before.tracked === true ? 'tracked' : 'not tracked',
      after: after.tracked === true ? 'tracked' : 'not tracked',
    });
    // The event itself stands in `data` where it has an id.
    old = before.tracked === true ? dataOf(old, sides.before) : old;
    young = after.tracked === true ? dataOf(young, sides.after) : young;
    position = 'output.data';
  }
  // Where nothing was promised, nobody reads what is given.
  if (isVoid(old, sides.before)) return;
  const account = sides.output.explain(position, { sent: young, expected: old });
  findings.addAccounts(sides.output.listReached(account), [path], 'output');
}

function isVoid(node: TypeNode, members: TypeMembers): boolean {
  const target = node.kind === 'reference' ? members.resolve(node) : node;
  return target?.kind === 'void';
}

function isNothing(node: TypeNode, members: TypeMembers): boolean {
  const forms = members.of(node);
  return forms.length > 0 && forms.every(({ form }) => form.kind === 'undefined');
}

function dataOf(node: TypeNode, members: TypeMembers): TypeNode {
  const [member] = members.of(node);
  const data = member?.form.kind === 'object' ? member.form.properties.get('data') : undefined;
  return data?.type ?? node;
}
