import type { $ZodType } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import { textOf } from '../property-of.js';
import { readEnum, readLiteral, readTemplate } from './read-choice.js';
import { readArray, readMap, readObject, readRecord, readSet, readTuple } from './read-composite.js';
import { readCustom } from './read-custom.js';
import { readBigint, readNumber } from './read-number.js';
import { readText } from './read-text.js';
import { readWrapper } from './read-wrapper.js';
import type { Place, TypeReading } from './type-reading.js';
import { discriminatedUnion, unionOf } from './union-of.js';
import { type Definition, known } from './zod-schema.js';

/** The type that a schema demands, without what is said of it. */
export function readForm(schema: $ZodType, reading: TypeReading, place: Place): TypeNode {
  const { def } = known(schema)._zod;
  // By its type a value that is coerced may come as anything.
  if (reading.side === 'input' && 'coerce' in def && def.coerce) return { kind: 'unknown' };
  switch (def.type) {
    case 'string':
      return readText(schema, reading.side);
    case 'number':
      return readNumber(schema, reading.side);
    case 'nan':
      return { kind: 'number' };
    case 'bigint':
      return readBigint(schema, reading.side);
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'any':
    case 'unknown':
    case 'never':
    case 'symbol':
      return { kind: def.type };
    case 'date':
      return { kind: 'builtin', name: 'Date' };
    case 'literal':
      return readLiteral(def);
    case 'enum':
      return readEnum(def);
    case 'template_literal':
      return readTemplate(def, reading, place);
    default:
      return readComposite(schema, def, reading, place);
  }
}

function readComposite(schema: $ZodType, def: Definition, reading: TypeReading, place: Place): TypeNode {
  switch (def.type) {
    case 'object':
      return readObject(def, reading, place);
    case 'array':
      return readArray(schema, def, reading, place);
    case 'tuple':
      return readTuple(def, reading, place);
    case 'record':
      return readRecord(def, reading, place);
    case 'map':
      return readMap(def, reading, place);
    case 'set':
      return readSet(def, reading, place);
    case 'union': {
      const members = def.options.map((option) => reading.read(option, place));
      const discriminator = textOf(def, 'discriminator');
      return discriminator === undefined ? unionOf(members) : discriminatedUnion(members, discriminator);
    }
    case 'intersection':
      return { kind: 'intersection', of: [reading.read(def.left, place), reading.read(def.right, place)] };
    case 'custom':
      return readCustom(schema);
    default:
      return readWrapper(schema, def, reading, place);
  }
}
