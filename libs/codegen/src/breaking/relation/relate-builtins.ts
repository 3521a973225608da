import type { BuiltinNode, TypeNode } from '../../contract/type-node.js';
import type { Relation } from './relation.js';

/** How two objects of the language's library stand to each other; `undefined` where they are different ones. */
export function relateBuiltins(sent: BuiltinNode, expected: BuiltinNode): Relation | undefined {
  if (toPlainName(sent) !== toPlainName(expected)) return undefined;
  const steps = toPlainName(sent) === 'Map' ? ['<key>', '<value>'] : ['<item>'];
  const count = Math.max(sent.of?.length ?? 0, expected.of?.length ?? 0);
  const loosened = sent.name !== expected.name && expected.name === toPlainName(expected);
  return {
    differences: loosened ? [{ rule: 'READONLY_CHANGED', step: '', sent, expected }] : [],
    children: steps.slice(0, count).map((step, index) => ({
      step,
      sent: sent.of?.[index] ?? anything,
      expected: expected.of?.[index] ?? anything,
    })),
  };
}

const anything: TypeNode = { kind: 'unknown' };

function toPlainName({ name }: BuiltinNode): string {
  return name.replace(/^Readonly/, '');
}
