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

/** Everything about one procedure, below its heading, as blocks of Markdown. */
export function procedureBlocks(
  path: string,
  procedure: ProcedureContract,
  contract: Contract,
  linkToType: LinkToType,
): readonly string[] {
  const { kind, input, output } = procedure;
  const description = descriptionOf(procedure);
  const delivery = deliveryLines(procedure);
  return [
    `*${kind[0]?.toUpperCase()}${kind.slice(1)}*`,
    ...(description === '' ? [] : [description]),
    ...(isAlwaysUndefined(input) ? ['**Input:** none'] : [`**Input**`, typeBlock(input)]),
    ...outputBlocks(kind === 'subscription' ? 'Event' : 'Output', output),
    ...typeLinks([input, output], linkToType),
    ...errorBlocks(procedure),
    ...(delivery.length === 0 ? [] : ['**Delivery**', delivery.map((line) => `- ${line}`).join('\n')]),
    '**Example**',
    `\`\`\`ts\n${exampleCall(path, procedure, contract.types)}\n\`\`\``,
  ];
}

/** Links to the types that some types refer to. */
export function typeLinks(nodes: readonly TypeNode[], linkToType: LinkToType): readonly string[] {
  const names = [...new Set(nodes.flatMap(namesIn))];
  if (names.length === 0) return [];
  return [`Types: ${names.map((name) => `[\`${readableName(name)}\`](${linkToType(name)})`).join(', ')}`];
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
