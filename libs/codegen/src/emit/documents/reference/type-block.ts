import { compareText } from '../../../contract/canonical.js';
import { childrenOf } from '../../../contract/children.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { linesOf } from '../../typescript/doc-comment.js';
import { isIdentifier, toTypeName } from '../../typescript/identifier.js';
import type { PrintScope } from '../../typescript/print-scope.js';
import { printType } from '../../typescript/print-type.js';

const scope: PrintScope = { nameOf: readableName, brands: 'strip', enums: 'literal' };

/** A type as TypeScript, with what is said of it in front. */
export function typeBlock(node: TypeNode): string {
  const text = linesOf(node).map((line) =>
    line.replace(/^@default /, 'Default: ').replace(/^@deprecated ?/, '**Deprecated.** '),
  );
  return [...text, `\`\`\`ts\n${printType(node, scope)}\n\`\`\``].join('\n\n');
}

/** The names of the types to which a node refers, sorted. */
export function namesIn(node: TypeNode): readonly string[] {
  const names = new Set<string>();
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'reference') names.add(next.name);
    waiting.push(...childrenOf(next));
  }
  return [...names].toSorted(compareText);
}

/** What a named type is called in the reference: its own name, where TypeScript can say it. */
export function readableName(name: string): string {
  return isIdentifier(name) ? name : toTypeName(name);
}
