import type { EnumNode, TypeNode } from '../../contract/type-node.js';
import { linesOf, linesOfDocumented, printComment } from './doc-comment.js';
import { printKey, quote } from './identifier.js';
import { indent, printBlock } from './print-lines.js';
import type { PrintScope } from './print-scope.js';
import { hasForeignIndex, membersOf, printMembers } from './print-type.js';

const LINE_CHARACTERS = 120;

/**
 * A type with a name: an interface where it is an object, else an alias, with what is known of it above.
 *
 * @param about said where the type says nothing of itself.
 */
export function printDeclaration(name: string, node: TypeNode, scope: PrintScope, about?: string): string {
  const said = linesOf(node);
  const comment = printComment(said.length === 0 && about !== undefined ? [about] : said);
  if (node.kind === 'enum' && scope.enums === 'const' && node.members.length > 0)
    return comment + printEnum(name, node);
  if (node.kind === 'object' && !hasForeignIndex(node, scope)) {
    return `${comment}export interface ${name} ${printBlock(printMembers(node, scope))}\n`;
  }
  return `${comment}${printAlias(name, node, scope)}`;
}

function printAlias(name: string, node: TypeNode, scope: PrintScope): string {
  const members = membersOf(node, scope);
  const line = `export type ${name} = ${members.join(' | ') || 'never'};`;
  if (members.length < 2 || (line.length <= LINE_CHARACTERS && !line.includes('\n'))) return `${line}\n`;
  return `export type ${name} =\n${indent(members.map((member) => `| ${member}`).join('\n'))};\n`;
}

function printEnum(name: string, { members }: EnumNode): string {
  const lines = members.map(({ name: member, value, doc }) => {
    const comment = printComment(linesOfDocumented({ doc }));
    return `${comment}${printKey(member)}: ${typeof value === 'string' ? quote(value) : String(value)},`;
  });
  return [
    `export const ${name} = ${printBlock(lines)} as const;\n`,
    `export type ${name} = (typeof ${name})[keyof typeof ${name}];\n`,
  ].join('');
}
