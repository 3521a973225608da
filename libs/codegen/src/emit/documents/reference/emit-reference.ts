import { ERROR_CODES } from '@trunkline/protocol';
import { compareText } from '../../../contract/canonical.js';
import type { Contract, ProcedureContract } from '../../../contract/contract.js';
import type { GeneratedFile } from '../../generated-file.js';
import { PrintMemory } from '../../print-memory.js';
import type { DocumentOptions } from '../document-options.js';
import { sortedProcedures } from '../print-document.js';
import { HeadingSlugs } from './heading-slugs.js';
import { cell, type LinkToType, procedureSection, sectionBlocks, typeSection } from './procedure-section.js';
import { readableName } from './type-block.js';

/** The contract as Markdown to read: each procedure with its types, errors, delivery and an example, then types and errors. */
export function emitReference(
  contract: Contract,
  options: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): GeneratedFile {
  const outline = createOutline(contract, options);
  const parts: Parts = { contract, memory, linkToType: linkIn(outline) };
  const blocks = [
    `# ${options.title} ${options.version}`,
    ...(options.description === undefined ? [] : [options.description]),
    '## Contents',
    contentsOf(outline),
    ...outline.groups.flatMap((group) => groupBlocks(group, parts)),
    ...(outline.types.length === 0 ? [] : ['## Types', ...outline.types.flatMap((type) => typeBlocks(type, parts))]),
    '## Errors',
    ...errorBlocks(),
  ];
  return { path: 'docs/reference.md', text: `${blocks.join('\n\n')}\n` };
}

/** What all sections are made with. */
interface Parts {
  readonly contract: Contract;
  readonly memory: PrintMemory;
  readonly linkToType: LinkToType;
}

interface Entry {
  readonly name: string;
  readonly anchor: string;
}

interface ProcedureEntry extends Entry {
  readonly procedure: ProcedureContract;
}

interface Group extends Entry {
  readonly procedures: readonly ProcedureEntry[];
}

interface Outline {
  readonly groups: readonly Group[];
  readonly types: readonly Entry[];
  readonly typesAnchor: string;
  readonly errorsAnchor: string;
}

// Anchors are given in the order of the document, because a heading that was there before gets a number.
function createOutline(contract: Contract, options: DocumentOptions): Outline {
  const slugs = new HeadingSlugs();
  slugs.slugOf(`${options.title} ${options.version}`);
  slugs.slugOf('Contents');
  const byGroup = new Map<string, (readonly [path: string, procedure: ProcedureContract])[]>();
  for (const entry of sortedProcedures(contract)) {
    const name = entry[0].split('.').slice(0, -1).join('.');
    byGroup.set(name, [...(byGroup.get(name) ?? []), entry]);
  }
  const groups = [...byGroup]
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([name, entries]) => ({
      name,
      anchor: slugs.slugOf(titleOf(name)),
      procedures: entries.map(([path, procedure]) => ({ name: path, anchor: slugs.slugOf(path), procedure })),
    }));
  const names = Object.keys(contract.types).toSorted(compareText);
  const typesAnchor = names.length === 0 ? '' : slugs.slugOf('Types');
  const types = names.map((name) => ({ name, anchor: slugs.slugOf(readableName(name)) }));
  return { groups, types, typesAnchor, errorsAnchor: slugs.slugOf('Errors') };
}

function titleOf(group: string): string {
  return group === '' ? 'Top level' : group;
}

function contentsOf({ groups, types, typesAnchor, errorsAnchor }: Outline): string {
  const lines = groups.flatMap(({ name, anchor, procedures }) => [
    `- [${titleOf(name)}](#${anchor})`,
    ...procedures.map(
      (entry) => `  - [\`${entry.name}\`](#${entry.anchor}) – ${entry.procedure.kind}${summaryOf(entry)}`,
    ),
  ]);
  return [...lines, ...(types.length === 0 ? [] : [`- [Types](#${typesAnchor})`]), `- [Errors](#${errorsAnchor})`].join(
    '\n',
  );
}

function summaryOf({ procedure }: ProcedureEntry): string {
  const first = procedure.doc?.trim().split('\n', 1)[0] ?? '';
  const deprecated = procedure.deprecated === undefined ? '' : ', deprecated';
  return deprecated + (first === '' ? '' : `: ${first}`);
}

function groupBlocks({ name, procedures }: Group, parts: Parts): readonly string[] {
  return [`## ${titleOf(name)}`, ...procedures.flatMap((entry) => procedureBlocks(entry, parts))];
}

function procedureBlocks(
  { name, procedure }: ProcedureEntry,
  { contract, memory, linkToType }: Parts,
): readonly string[] {
  const section = memory.recall(`reference of ${name}`, procedure, () =>
    procedureSection(name, procedure, contract.types),
  );
  return [`### \`${name}\``, ...sectionBlocks(section, linkToType)];
}

function typeBlocks({ name }: Entry, { contract, memory, linkToType }: Parts): readonly string[] {
  const node = contract.types[name] ?? { kind: 'unknown' };
  const section = memory.recall(`reference of type ${name}`, node, () => typeSection(node));
  return [`### \`${readableName(name)}\``, ...sectionBlocks(section, linkToType)];
}

function linkIn({ types }: Outline): LinkToType {
  const anchors = new Map(types.map(({ name, anchor }) => [name, anchor]));
  return (name) => `#${anchors.get(name) ?? ''}`;
}

function errorBlocks(): readonly string[] {
  const rows = Object.entries(ERROR_CODES).map(
    ([key, { number, isRetryable, advice }]) =>
      `| \`${key}\` | ${number} | ${isRetryable ? 'yes' : 'no'} | ${cell(advice)} |`,
  );
  return [
    'What any call may be answered with; the procedures above name those that are their own.',
    ['| code | number | try again unchanged | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}
