import type { $ZodType } from 'zod/v4/core';
import type { BuiltinName, TypeNode } from '../../../contract/type-node.js';
import { propertyOf } from '../property-of.js';

/** Classes of the language itself that have no parameters. */
const BUILTINS: ReadonlyMap<unknown, BuiltinName> = new Map<unknown, BuiltinName>([
  [Date, 'Date'],
  [URL, 'URL'],
  [RegExp, 'RegExp'],
  [Error, 'Error'],
  [Uint8Array, 'Uint8Array'],
]);

/** A schema with a check of the application's own, of which zod knows at most the class. */
export function readCustom(schema: $ZodType): TypeNode {
  const constructor: unknown = schema._zod.bag['Class'];
  const builtin = BUILTINS.get(constructor);
  if (builtin !== undefined) return { kind: 'builtin', name: builtin };
  if (constructor === undefined) return { kind: 'hole', reason: 'z.custom() does not say at run time what it takes' };
  const name = propertyOf(constructor, 'name');
  const label = typeof name === 'string' && name !== '' ? name : 'without a name';
  return { kind: 'hole', reason: `z.instanceof() does not say at run time what is in the class ${label}` };
}
