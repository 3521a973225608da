import type { $ZodPipeDef, $ZodType } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import { annotate } from '../../merge/annotations.js';
import { defaultOf } from './default-of.js';
import { readonlyForm } from './readonly-form.js';
import type { Place, TypeReading } from './type-reading.js';
import { withMember, withoutUndefined } from './union-of.js';
import { type Definition, known } from './zod-schema.js';

/** A schema around another one. */
export function readWrapper(schema: $ZodType, def: Definition, reading: TypeReading, place: Place): TypeNode {
  switch (def.type) {
    case 'optional': {
      const inner = reading.read(def.innerType, place);
      return schema._zod.traits.has('$ZodExactOptional') ? inner : withMember(inner, { kind: 'undefined' });
    }
    case 'nullable':
      return withMember(reading.read(def.innerType, place), { kind: 'null' });
    case 'nonoptional':
      return withoutUndefined(reading.read(def.innerType, place));
    case 'default':
    case 'prefault': {
      const inner = reading.read(def.innerType, place);
      if (reading.side === 'output') return def.type === 'default' ? withoutUndefined(inner) : inner;
      const preset = defaultOf(def, reading.defaults);
      return annotate(withMember(inner, { kind: 'undefined' }), preset === undefined ? {} : { default: preset });
    }
    case 'catch':
      return reading.read(def.innerType, place);
    case 'readonly':
      return readonlyForm(reading.readOpen(def.innerType, place));
    case 'lazy':
      return readLazy(schema, reading, place);
    case 'promise':
      return reading.read(def.innerType, place);
    case 'success':
      return reading.side === 'input' ? reading.read(def.innerType, place) : { kind: 'boolean' };
    case 'pipe':
      return readPipe(def, reading, place);
    default:
      return readUnknowable(def);
  }
}

function readLazy(schema: $ZodType, reading: TypeReading, place: Place): TypeNode {
  const { _zod } = known(schema);
  const inner = 'innerType' in _zod ? _zod.innerType : undefined;
  return inner === undefined ? { kind: 'hole', reason: 'z.lazy() gives no schema' } : reading.read(inner, place);
}

function readPipe(def: $ZodPipeDef, reading: TypeReading, place: Place): TypeNode {
  return reading.read(reading.side === 'input' ? def.in : def.out, place);
}

function readUnknowable(def: Definition): TypeNode {
  switch (def.type) {
    case 'transform':
      return { kind: 'hole', reason: 'a transform does not say at run time what it takes and makes' };
    case 'function':
      return { kind: 'hole', reason: 'a function cannot travel' };
    case 'file':
      return { kind: 'hole', reason: 'a file cannot travel over a WebSocket; send its bytes as a Uint8Array' };
    default:
      return { kind: 'hole', reason: `zod calls it "${def.type}", which is not known here` };
  }
}
