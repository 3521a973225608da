import type { Contract, ProcedureContract } from '../contract/contract.js';
import type { PropertyNode, TypeNode } from '../contract/type-node.js';

export const text: TypeNode = { kind: 'string' };
export const number: TypeNode = { kind: 'number' };
export const boolean: TypeNode = { kind: 'boolean' };
export const nothing: TypeNode = { kind: 'void' };
export const nil: TypeNode = { kind: 'null' };
export const missing: TypeNode = { kind: 'undefined' };
export const unknown: TypeNode = { kind: 'unknown' };
export const date: TypeNode = { kind: 'builtin', name: 'Date' };
export const hole: TypeNode = { kind: 'hole', reason: 'a function' };

export const literal = (value: string | number | boolean): TypeNode => ({ kind: 'literal', value });
export const literals = (...values: readonly (string | number | boolean)[]): TypeNode => union(...values.map(literal));
export const union = (...of: readonly TypeNode[]): TypeNode => ({ kind: 'union', of });
export const both = (...of: readonly TypeNode[]): TypeNode => ({ kind: 'intersection', of });
export const array = (items: TypeNode, bounds: { minItems?: number; maxItems?: number } = {}): TypeNode => ({
  kind: 'array',
  items,
  ...bounds,
});
export const tuple = (...items: readonly TypeNode[]): TypeNode => ({
  kind: 'tuple',
  items: items.map((type) => ({ type })),
});
export const reference = (name: string): TypeNode => ({ kind: 'reference', name });
export const brand = (name: string, of: TypeNode): TypeNode => ({ kind: 'brand', name, of });
export const record = (key: TypeNode, value: TypeNode): TypeNode => ({ kind: 'record', key, value });
export const enumeration = (members: Readonly<Record<string, string | number>>): TypeNode => ({
  kind: 'enum',
  members: Object.entries(members).map(([name, value]) => ({ name, value })),
});

/** An object; a name that ends in `?` may be left out. */
export const object = (properties: Readonly<Record<string, TypeNode>>): TypeNode & { kind: 'object' } => ({
  kind: 'object',
  properties: Object.entries(properties).map(
    ([name, type]): PropertyNode =>
      name.endsWith('?') ? { name: name.slice(0, -1), type, optional: true } : { name, type },
  ),
});
export const strict = (properties: Readonly<Record<string, TypeNode>>): TypeNode => ({
  ...object(properties),
  strict: true,
});

type Parts = Partial<Omit<ProcedureContract, 'source'>>;

export const procedure = (parts: Parts = {}): ProcedureContract => ({
  kind: 'query',
  input: nothing,
  output: nothing,
  source: { input: 'both', output: 'both' },
  ...parts,
});

/** A contract of one procedure, `p`, or of several. */
export const contract = (
  procedures: Readonly<Record<string, Parts>>,
  types: Readonly<Record<string, TypeNode>> = {},
  more: Partial<Contract> = {},
): Contract => ({
  trunkline: 1,
  transformer: 'superjson',
  procedures: Object.fromEntries(Object.entries(procedures).map(([path, parts]) => [path, procedure(parts)])),
  types,
  ...more,
});

export const takes = (input: TypeNode, types: Readonly<Record<string, TypeNode>> = {}): Contract =>
  contract({ p: { input } }, types);
export const gives = (output: TypeNode, types: Readonly<Record<string, TypeNode>> = {}): Contract =>
  contract({ p: { output } }, types);
