import type { $ZodDefaultDef, $ZodPrefaultDef, $ZodType } from 'zod/v4/core';
import type { Json } from '../../../contract/json.js';
import { exactJson } from '../exact-json.js';
import type { DefaultTable } from './default-table.js';

/**
 * What the server takes in place of nothing, as a caller could have given it. Undefined where JSON cannot say it, where it
 * is another one each time, and where it is of what a transform makes and no caller gives.
 */
export function defaultOf(def: $ZodDefaultDef | $ZodPrefaultDef, table: DefaultTable): Json | undefined {
  const preset = table.valueOf(def);
  if (preset === undefined || def.type === 'prefault') return preset;
  return isTakenAsIs(def.innerType, preset) ? preset : undefined;
}

function isTakenAsIs(schema: $ZodType, preset: Json): boolean {
  try {
    const result = schema._zod.run({ value: structuredClone(preset), issues: [] }, { async: false });
    if (result instanceof Promise) {
      result.catch(() => undefined);
      return false;
    }
    const taken = result.issues.length === 0 ? exactJson(result.value) : undefined;
    return taken !== undefined && JSON.stringify(taken) === JSON.stringify(preset);
  } catch {
    // A check of the application's own that is asynchronous or fails says nothing of the default.
    return false;
  }
}
