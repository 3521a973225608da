import type { $ZodEnumDef, $ZodLiteralDef, $ZodTemplateLiteralDef, util } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import type { Place, TypeReading } from './type-reading.js';
import { unionOf } from './union-of.js';
import { isZodSchema } from './zod-schema.js';

/** One value, or one of several. */
export function readLiteral({ values }: $ZodLiteralDef<util.Literal>): TypeNode {
  return unionOf(values.map(literalNode));
}

/** The values of an enum. That it is one of TypeScript, and how that is called, only the compiler knows. */
export function readEnum({ entries }: $ZodEnumDef): TypeNode {
  const numbers = new Set(Object.values(entries).filter((value) => typeof value === 'number'));
  // Enums of numbers have their names as values too: `{ 0: 'Low', Low: 0 }`.
  const values = Object.entries(entries).flatMap(([name, value]) => (numbers.has(Number(name)) ? [] : [value]));
  return unionOf(values.map(literalNode));
}

/** A template literal; what stands in it is what it gives, because TypeScript knows no other. */
export function readTemplate({ parts }: $ZodTemplateLiteralDef, reading: TypeReading, place: Place): TypeNode {
  const texts = [''];
  const types: TypeNode[] = [];
  for (const part of parts) {
    if (isZodSchema(part)) {
      types.push(reading.read(part, place));
      texts.push('');
    } else {
      texts.push(`${texts.pop() ?? ''}${part === undefined ? '' : String(part)}`);
    }
  }
  const [only = ''] = texts;
  return types.length === 0 ? { kind: 'literal', value: only } : { kind: 'template', texts, types };
}

function literalNode(value: unknown): TypeNode {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return { kind: 'literal', value };
    case 'number':
      return Number.isFinite(value) ? { kind: 'literal', value: value === 0 ? 0 : value } : { kind: 'number' };
    case 'bigint':
      return { kind: 'bigintLiteral', value: String(value) };
    case 'undefined':
      return { kind: 'undefined' };
    default:
      return value === null
        ? { kind: 'null' }
        : { kind: 'hole', reason: `a literal of type ${typeof value} cannot travel` };
  }
}
