import fc from 'fast-check';
import { mapChildren } from '../contract/children.js';
import type { Contract } from '../contract/contract.js';
import type { ObjectNode, TypeNode } from '../contract/type-node.js';
import { contractArbitrary, scalarArbitrary, typeNodeArbitrary } from './contract-arbitrary.js';

/** A contract and what became of it by a few small edits. */
export interface EditedContract {
  readonly before: Contract;
  readonly after: Contract;
}

/** One edit of one type in a contract. */
interface Edit {
  /** Which of the types, counted from the first; beyond the last, counted from the first again. */
  readonly site: number;
  readonly way: keyof typeof ways;
  readonly other: TypeNode;
  readonly position: number;
}

/** Pairs of contracts that have most in common, as those that are compared in earnest have. */
export function editedContractArbitrary(maxEdits: number): fc.Arbitrary<EditedContract> {
  return fc
    .tuple(contractArbitrary, fc.array(editArbitrary(), { maxLength: maxEdits }))
    .map(([before, edits]) => ({ before, after: edits.reduce(applyEdit, before) }));
}

function editArbitrary(): fc.Arbitrary<Edit> {
  return fc.record({
    site: fc.nat({ max: 40 }),
    way: fc.constantFrom(...wayNames),
    other: fc.oneof(scalarArbitrary, typeNodeArbitrary),
    position: fc.nat({ max: 3 }),
  });
}

function applyEdit(contract: Contract, edit: Edit): Contract {
  const site = edit.site % Math.max(1, countNodes(contract));
  let met = -1;
  const named: Record<string, TypeNode> = {};
  const visit = (node: TypeNode): TypeNode => {
    met += 1;
    if (met === site) return ways[edit.way](node, edit, { contract, named });
    if (node.kind === 'template') return node;
    // A part of an intersection stays what it is, since only objects have a meaning together.
    if (node.kind === 'intersection') return { ...node, of: node.of.map((part) => mapChildren(part, visit)) };
    return mapChildren(node, visit);
  };
  const procedures = Object.entries(contract.procedures).map(([path, procedure]) => {
    return [path, { ...procedure, input: visit(procedure.input), output: visit(procedure.output) }] as const;
  });
  const types = Object.entries(contract.types).map(([name, node]) => [name, visit(node)] as const);
  return {
    ...contract,
    procedures: Object.fromEntries(procedures),
    types: { ...Object.fromEntries(types), ...named },
  };
}

function countNodes({ procedures, types }: Contract): number {
  let count = 0;
  const visit = (node: TypeNode): TypeNode => {
    count += 1;
    if (node.kind === 'template') return node;
    if (node.kind === 'intersection') return { ...node, of: node.of.map((part) => mapChildren(part, visit)) };
    return mapChildren(node, visit);
  };
  for (const { input, output } of Object.values(procedures)) [input, output].forEach(visit);
  Object.values(types).forEach(visit);
  return count;
}

interface Around {
  readonly contract: Contract;
  /** Types that get a name by the edit. */
  readonly named: Record<string, TypeNode>;
}

type Way = (node: TypeNode, edit: Edit, around: Around) => TypeNode;

const ways = {
  replace: (_node, { other }) => other,
  addMember: (node, { other }) => ({ kind: 'union', of: [node, other] }),
  addNull: (node) => ({ kind: 'union', of: [{ kind: 'null' }, node] }),
  removeMember: (node, { position }) =>
    node.kind === 'union' && node.of.length > 1
      ? { ...node, of: node.of.filter((_, index) => index !== position) }
      : node,
  reverse: (node) => {
    if (node.kind === 'union') return { ...node, of: node.of.toReversed() };
    return node.kind === 'object' ? { ...node, properties: node.properties.toReversed() } : node;
  },
  addOptional: (node, { other }) => withProperty(node, { name: 'd', type: other, optional: true }),
  addRequired: (node, { other }) => withProperty(node, { name: 'd', type: other }),
  removeProperty: (node, { position }) =>
    node.kind === 'object' ? { ...node, properties: node.properties.filter((_, index) => index !== position) } : node,
  makeOptional: (node, { position }) =>
    changeProperties(node, (property, index) => (index === position ? { ...property, optional: true } : property)),
  makeRequired: (node) => changeProperties(node, ({ name, type }) => ({ name, type })),
  toggleStrict: (node) => {
    if (node.kind !== 'object') return node;
    const { strict, ...open } = node;
    return strict === true ? open : { ...open, strict: true };
  },
  loosen: (node) =>
    node.kind === 'string' || node.kind === 'number' || node.kind === 'bigint' ? { kind: node.kind } : node,
  tighten: (node, { position }) => {
    if (node.kind === 'string') return { ...node, maxLength: position + 1 };
    if (node.kind === 'number') return { ...node, minimum: position };
    return node.kind === 'array' ? { ...node, maxItems: position } : node;
  },
  widenLiteral: (node) =>
    node.kind === 'literal' && typeof node.value !== 'boolean'
      ? { kind: typeof node.value === 'string' ? 'string' : 'number' }
      : node,
  brand: (node) => ({ kind: 'brand', name: 'Edited', of: node }),
  hoist: (node, { site }, { named }) => {
    const name = `Named${site}`;
    named[name] = node;
    return { kind: 'reference', name };
  },
  inline: (node, _edit, { contract }) => (node.kind === 'reference' ? (contract.types[node.name] ?? node) : node),
  spellOut: (node) => {
    if (node.kind === 'boolean')
      return { kind: 'union', of: [true, false].map((value) => ({ kind: 'literal', value })) };
    if (node.kind !== 'enum') return node;
    return { kind: 'union', of: node.members.map(({ value }) => ({ kind: 'literal', value })) };
  },
  split: (node, { position }) => (node.kind === 'object' ? splitObject(node, position) : node),
  listToTuple: (node) =>
    node.kind === 'array' && node.minItems === undefined && node.maxItems === undefined
      ? { kind: 'tuple', items: [], rest: node.items }
      : node,
} satisfies Readonly<Record<string, Way>>;

const wayNames = Object.keys(ways).filter((name): name is keyof typeof ways => Object.hasOwn(ways, name));

type Property = ObjectNode['properties'][number];

function withProperty(node: TypeNode, property: Property): TypeNode {
  if (node.kind !== 'object' || node.properties.some(({ name }) => name === property.name)) return node;
  return { ...node, properties: [...node.properties, property] };
}

function changeProperties(node: TypeNode, change: (property: Property, index: number) => Property): TypeNode {
  return node.kind === 'object' ? { ...node, properties: node.properties.map(change) } : node;
}

function splitObject({ properties, index, strict }: ObjectNode, position: number): TypeNode {
  const more = { ...(index === undefined ? {} : { index }), ...(strict === undefined ? {} : { strict }) };
  if (index !== undefined) return { kind: 'object', properties, ...more };
  const part = (some: ObjectNode['properties']): TypeNode => ({ kind: 'object', properties: some, ...more });
  return { kind: 'intersection', of: [part(properties.slice(0, position)), part(properties.slice(position))] };
}
