import type { $ZodType } from 'zod/v4/core';
import { hasProperties, propertyOf } from '../property-of.js';
import { isZodSchema } from './zod-schema.js';

/** Whether a schema, or any in it, may make another type of a value. Found without parsing, which would run an application's own checks. */
export function changesValues(schema: $ZodType): boolean {
  const met = new Set<unknown>();
  const waiting = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { def } = next._zod;
    if (met.has(def)) continue;
    met.add(def);
    if (def.type === 'pipe' || def.type === 'transform') return true;
    waiting.push(...partsOf(next));
  }
  return false;
}

function partsOf(schema: $ZodType): readonly $ZodType[] {
  const { def } = schema._zod;
  const lazy = propertyOf(schema._zod, 'innerType');
  const names = Object.keys(def).filter((name) => name !== 'checks' && name !== 'defaultValue');
  const values = names.map((name) => propertyOf(def, name));
  return [lazy, ...values].flatMap((value) => {
    if (isZodSchema(value)) return [value];
    return hasProperties(value) ? Object.values(value).filter(isZodSchema) : [];
  });
}
