import type { TypeNode } from '../../contract/type-node.js';
import { constraintsOf } from './constraint-text.js';

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;

/** What a comment says. */
export interface Documented {
  readonly doc?: string | undefined;
  readonly deprecated?: string | undefined;
}

/** What is known of a value of the type beside the type itself: what it means, its limits, its default. */
export function linesOf(node: TypeNode): readonly string[] {
  const main = mainMemberOf(node);
  const constraints = constraintsOf(main);
  const value = node.default ?? main.default;
  return [
    ...linesOfDocumented({ doc: node.doc ?? main.doc }),
    ...(constraints === '' ? [] : [constraints]),
    ...(value === undefined ? [] : [`@default ${JSON.stringify(value)}`]),
    ...linesOfDocumented({ deprecated: node.deprecated ?? main.deprecated }),
  ];
}

/** The text and the deprecation of a procedure or a type. */
export function linesOfDocumented({ doc, deprecated }: Documented): readonly string[] {
  return [
    ...(doc === undefined || doc.trim() === '' ? [] : [doc.trim()]),
    ...(deprecated === undefined ? [] : [`@deprecated ${deprecated}`.trim().replaceAll(/\s+/gu, ' ')]),
  ];
}

/** A comment of these lines with a line break behind it; nothing for none. */
export function printComment(lines: readonly string[]): string {
  const safe = lines.flatMap((line) => line.replaceAll('*/', String.raw`*\/`).split(LINE_BREAK));
  if (safe.length === 0) return '';
  if (safe.length === 1) return `/** ${safe[0]} */\n`;
  return `/**\n${safe.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

// `null` and `undefined` beside a type say nothing of its limits.
function mainMemberOf(node: TypeNode): TypeNode {
  if (node.kind !== 'union') return node;
  const members = node.of.filter(({ kind }) => kind !== 'undefined' && kind !== 'null' && kind !== 'void');
  const [only] = members;
  return only === undefined || members.length > 1 ? node : only;
}
