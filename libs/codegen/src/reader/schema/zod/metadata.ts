import type { $ZodType } from 'zod/v4/core';
import { propertyOf, textOf } from '../property-of.js';

/** What a schema says of itself beside its type. */
export interface SchemaNotes {
  readonly doc?: string;
  readonly deprecated?: string;
}

/** What `.describe()`, `.meta()` and the global registry say of a schema. */
export function notesOf(schema: $ZodType): SchemaNotes {
  const meta = metaOf(schema);
  const doc = [textOf(meta, 'title'), textOf(meta, 'description')].filter((text) => text !== undefined).join('\n\n');
  const deprecated = propertyOf(meta, 'deprecated');
  return {
    ...(doc === '' ? {} : { doc }),
    ...(typeof deprecated === 'string' ? { deprecated } : {}),
    ...(deprecated === true ? { deprecated: '' } : {}),
  };
}

/**
 * The schema from which a name comes: this one, or the one that this is a copy of and says nothing else of its values, as
 * `.describe()` makes it. Undefined where there is none.
 */
export function namedOf(schema: $ZodType): { readonly name: string; readonly owner: $ZodType } | undefined {
  let owner: $ZodType | undefined = schema;
  while (owner !== undefined && owner._zod.def === schema._zod.def) {
    // A registry does not hand on the id of a parent, so this is the schema's own.
    const name = textOf(metaOf(owner), 'id');
    if (name !== undefined && name !== '') return { name, owner };
    owner = owner._zod.parent;
  }
  return undefined;
}

// zod keeps one registry for all its copies; those before it had `.meta()` on each schema.
function metaOf(schema: $ZodType): unknown {
  const registry: unknown = Reflect.get(globalThis, '__zod_globalRegistry');
  const get = propertyOf(registry, 'get');
  if (typeof get === 'function') return Reflect.apply(get, registry, [schema]);
  const meta = propertyOf(schema, 'meta');
  return typeof meta === 'function' ? Reflect.apply(meta, schema, []) : undefined;
}
