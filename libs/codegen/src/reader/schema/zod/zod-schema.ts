import type { $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core';
import { propertyOf } from '../property-of.js';

/** From which side a schema is looked at: what a caller gives, or what a caller gets. */
export type Side = 'input' | 'output';

/** What a schema was made of; `type` tells the kinds apart. */
export type Definition = $ZodTypes['_zod']['def'];

/** Whether a value is a schema of zod 4 or of zod/mini, of whichever copy of the library. */
export function isZodSchema(value: unknown): value is $ZodType {
  const internals = propertyOf(value, '_zod');
  return (
    typeof propertyOf(propertyOf(internals, 'def'), 'type') === 'string' &&
    propertyOf(internals, 'traits') instanceof Set
  );
}

/** The same schema, as a member of the union that `_zod.def.type` tells apart. */
export function known(schema: $ZodType): $ZodTypes {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Every schema of zod is one of them; a type of a later zod meets the default of each switch.
  return schema as $ZodTypes;
}

/** What a schema demands, in the order in which it does; a schema that is a format demands that first. */
export function checksOf(schema: $ZodType): readonly $ZodChecks['_zod']['def'][] {
  const { def, traits } = schema._zod;
  const own: readonly unknown[] = traits.has('$ZodCheck') ? [def] : [];
  const others = (def.checks ?? []).map(({ _zod }): unknown => _zod.def);
  return [...own, ...others].filter(isKnownCheck);
}

function isKnownCheck(definition: unknown): definition is $ZodChecks['_zod']['def'] {
  return typeof propertyOf(definition, 'check') === 'string';
}
