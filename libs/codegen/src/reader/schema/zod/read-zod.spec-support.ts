import type { $ZodType } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import { DefaultTable } from './default-table.js';
import { ZodReader } from './zod-reader.js';
import type { Side } from './zod-schema.js';

/** A schema as it is read, with the types that it names. */
export interface ZodReading {
  readonly node: TypeNode;
  readonly types: Readonly<Record<string, TypeNode>>;
}

/** Reads one schema from one side, as that of the procedure `a.b`. */
export function readZod(schema: $ZodType, side: Side): ZodReading {
  const reader = new ZodReader(side, new DefaultTable());
  const node = reader.read(schema, ['a', 'b', side]);
  return { node, types: Object.fromEntries(reader.names.types()) };
}

/** What a caller gives. */
export function readIn(schema: $ZodType): TypeNode {
  return readZod(schema, 'input').node;
}

/** What a caller gets. */
export function readOut(schema: $ZodType): TypeNode {
  return readZod(schema, 'output').node;
}

export const text: TypeNode = { kind: 'string' };
export const number: TypeNode = { kind: 'number' };
export const nothing: TypeNode = { kind: 'undefined' };
export const date: TypeNode = { kind: 'builtin', name: 'Date' };

export function union(...of: readonly TypeNode[]): TypeNode {
  return { kind: 'union', of };
}

export function literal(value: string | number | boolean): TypeNode {
  return { kind: 'literal', value };
}

export function reference(name: string): TypeNode {
  return { kind: 'reference', name };
}
