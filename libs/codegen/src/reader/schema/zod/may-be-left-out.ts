import type { $ZodType } from 'zod/v4/core';
import { known, type Side } from './zod-schema.js';

/**
 * Whether a property or a last place of a tuple may be missing. Transforms and `.catch()` look at a missing value
 * themselves, so at run time zod has them as optional; by their types they are required, and so they are here.
 */
export function mayBeLeftOut(schema: $ZodType, side: Side): boolean {
  if (side === 'output') return schema._zod.optout === 'optional';
  const { def } = known(schema)._zod;
  if (def.type === 'catch') return mayBeLeftOut(def.innerType, side);
  if (def.type === 'pipe' && known(def.in)._zod.def.type === 'transform') return mayBeLeftOut(def.out, side);
  // Not `=== 'optional'`: what has a default is 'defaulted'.
  return schema._zod.optin !== undefined;
}
