import type {
  $ZodArrayDef,
  $ZodMapDef,
  $ZodObjectDef,
  $ZodRecordDef,
  $ZodSetDef,
  $ZodTupleDef,
  $ZodType,
} from 'zod/v4/core';
import type { ObjectNode, PropertyNode, TupleItem, TypeNode } from '../../../contract/type-node.js';
import { heldChecks } from './held-checks.js';
import { mayBeLeftOut } from './may-be-left-out.js';
import type { Place, TypeReading } from './type-reading.js';
import { known, type Side } from './zod-schema.js';

/** An object, with its properties in the order of the schema. */
export function readObject({ shape, catchall }: $ZodObjectDef, reading: TypeReading, place: Place): ObjectNode {
  const isStrict = catchall !== undefined && known(catchall)._zod.def.type === 'never';
  const properties = Object.entries(shape).map(([name, property]): PropertyNode => {
    const type = reading.read(property, [...place, name]);
    return { name, type, ...(mayBeLeftOut(property, reading.side) ? { optional: true } : {}) };
  });
  return {
    kind: 'object',
    properties,
    ...(catchall === undefined || isStrict ? {} : { index: reading.read(catchall, [...place, 'value']) }),
    ...(isStrict && reading.side === 'input' ? { strict: true } : {}),
  };
}

/** A list. */
export function readArray(schema: $ZodType, { element }: $ZodArrayDef, reading: TypeReading, place: Place): TypeNode {
  const { least, most } = lengthsOf(schema, reading.side);
  return {
    kind: 'array',
    items: reading.read(element, [...place, 'item']),
    ...(least === undefined ? {} : { minItems: least }),
    ...(most === undefined ? {} : { maxItems: most }),
  };
}

/** A tuple. Only places at its end can be left out. */
export function readTuple({ items, rest }: $ZodTupleDef, reading: TypeReading, place: Place): TypeNode {
  const lastRequired = items.findLastIndex((item) => !mayBeLeftOut(item, reading.side));
  const nodes = items.map((item, index): TupleItem => {
    const type = reading.read(item, [...place, String(index + 1)]);
    return { type, ...(index > lastRequired ? { optional: true } : {}) };
  });
  return {
    kind: 'tuple',
    items: nodes,
    ...(rest === null || rest === undefined ? {} : { rest: reading.read(rest, [...place, 'rest']) }),
  };
}

/** An object of which only keys and values are known. */
export function readRecord(
  { keyType, valueType, partial }: $ZodRecordDef,
  reading: TypeReading,
  place: Place,
): TypeNode {
  const isPartial = partial === true || (reading.side === 'input' && mayBeLeftOut(valueType, 'input'));
  return {
    kind: 'record',
    key: reading.read(keyType, [...place, 'key']),
    value: reading.read(valueType, [...place, 'value']),
    ...(isPartial ? { partial: true } : {}),
  };
}

export function readMap({ keyType, valueType }: $ZodMapDef, reading: TypeReading, place: Place): TypeNode {
  const of = [reading.read(keyType, [...place, 'key']), reading.read(valueType, [...place, 'value'])];
  return { kind: 'builtin', name: 'Map', of };
}

export function readSet({ valueType }: $ZodSetDef, reading: TypeReading, place: Place): TypeNode {
  return { kind: 'builtin', name: 'Set', of: [reading.read(valueType, [...place, 'item'])] };
}

function lengthsOf(schema: $ZodType, side: Side): { least?: number; most?: number } {
  const least: number[] = [];
  const most: number[] = [];
  for (const check of heldChecks(schema, side)) {
    if (check.check === 'min_length') least.push(check.minimum);
    if (check.check === 'max_length') most.push(check.maximum);
    if (check.check === 'length_equals') {
      least.push(check.length);
      most.push(check.length);
    }
  }
  return {
    ...(least.length === 0 ? {} : { least: Math.max(...least) }),
    ...(most.length === 0 ? {} : { most: Math.min(...most) }),
  };
}
