import type { Contract, ProcedureContract } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { procedureErrors } from '../protocol/procedure-errors.js';
import { descriptionOf } from '../schema/annotate.js';
import { isAlwaysUndefined } from '../schema/may-be-undefined.js';
import { deliveryLines } from './delivery-text.js';
import { exampleCall } from './example-call.js';
import { namesIn, readableName, typeBlock } from './type-block.js';

/** Where the reference says something of a named type. */
export type LinkToType = (name: string) => string;

/** What stands below a heading, but for the links in it: these depend on all headings. */
export interface ReferenceSection {
  readonly before: readonly string[];
  /** The types to link to. */
  readonly typeNames: readonly string[];
  readonly after: readonly string[];
}

/** Everything about one procedure. */
export function procedureSection(
  path: string,
  procedure: ProcedureContract,
  types: Contract['types'],
): ReferenceSection {
  const { kind, input, output } = procedure;
  const description = descriptionOf(procedure);
  const delivery = deliveryLines(procedure);
  return {
    before: [
      `*${kind[0]?.toUpperCase()}${kind.slice(1)}*`,
      ...(description === '' ? [] : [description]),
      ...(isAlwaysUndefined(input) ? ['**Input:** none'] : [`**Input**`, typeBlock(input)]),
      ...outputBlocks(kind === 'subscription' ? 'Event' : 'Output', output),
    ],
    typeNames: [...new Set([input, output].flatMap(namesIn))],
    after: [
      ...errorBlocks(procedure),
      ...(delivery.length === 0 ? [] : ['**Delivery**', delivery.map((line) => `- ${line}`).join('\n')]),
      '**Example**',
      `\`\`\`ts\n${exampleCall(path, procedure, types)}\n\`\`\``,
    ],
  };
}

/** Everything about one named type. */
export function typeSection(node: TypeNode): ReferenceSection {
  return { before: [typeBlock(node)], typeNames: namesIn(node), after: [] };
}

/** A section as blocks of Markdown. */
export function sectionBlocks(
  { before, typeNames, after }: ReferenceSection,
  linkToType: LinkToType,
): readonly string[] {
  if (typeNames.length === 0) return [...before, ...after];
  const links = typeNames.map((name) => `[\`${readableName(name)}\`](${linkToType(name)})`);
  return [...before, `Types: ${links.join(', ')}`, ...after];
}

/** A text as it can stand in a cell of a table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function outputBlocks(title: string, output: TypeNode): readonly string[] {
  return isAlwaysUndefined(output) ? [`**${title}:** none`] : [`**${title}**`, typeBlock(output)];
}

function errorBlocks(procedure: ProcedureContract): readonly string[] {
  const declared = procedureErrors(procedure).filter(({ isDeclared }) => isDeclared);
  if (declared.length === 0) return [];
  const rows = declared.map(({ key, meaning }) => `| \`${key}\` | ${cell(meaning)} |`);
  return ['**Errors**', ['| code | when |', '| --- | --- |', ...rows].join('\n')];
}
