import type { $ZodDefaultDef, $ZodPrefaultDef } from 'zod/v4/core';
import type { Json } from '../../../contract/json.js';
import { changesValues } from './changes-values.js';
import type { DefaultTable } from './default-table.js';

/**
 * What the server takes in place of nothing, as a caller could have given it. Undefined where JSON cannot say it, where it
 * is another one each time, and where it is of what a transform makes and no caller gives.
 */
export function defaultOf(def: $ZodDefaultDef | $ZodPrefaultDef, table: DefaultTable): Json | undefined {
  if (def.type === 'default' && changesValues(def.innerType)) return undefined;
  return table.valueOf(def);
}
