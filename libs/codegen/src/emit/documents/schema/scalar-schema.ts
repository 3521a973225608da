import type { BigintNode, NumberNode, StringNode } from '../../../contract/type-node.js';
import type { JsonSchema, WireForm } from './json-schema.js';

/** Text. JSON Schema counts code points where the contract counts UTF-16 units. */
export function stringSchema(node: StringNode): JsonSchema {
  const { format, minLength, maxLength, patterns = [] } = node;
  const usable = patterns.filter(isPortable);
  const [first, ...others] = usable;
  return {
    type: 'string',
    ...(format === undefined ? {} : { format }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(first === undefined ? {} : { pattern: first }),
    ...(others.length === 0 ? {} : { allOf: others.map((pattern) => ({ pattern })) }),
    ...(usable.length === patterns.length
      ? {}
      : { $comment: `Matches too: ${patterns.filter((pattern) => !isPortable(pattern)).join(' ')}` }),
  };
}

/** A number. superjson writes as texts those that JSON has no number for, and minus zero. */
export function numberSchema(node: NumberNode, form: WireForm): JsonSchema {
  const { integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  const bounds = {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
    ...(exclusiveMaximum === undefined ? {} : { exclusiveMaximum }),
    ...(multipleOf === undefined ? {} : { multipleOf }),
  };
  const plain = { type: integer ? 'integer' : 'number', ...bounds };
  if (form === 'json') return plain;
  const isFree = !integer && Object.keys(bounds).length === 0;
  const texts = isFree ? ['-0', 'NaN', 'Infinity', '-Infinity'] : acceptsZero(node) ? ['-0'] : [];
  return texts.length === 0 ? plain : { anyOf: [plain, { enum: texts }] };
}

/** A bigint travels as its decimal digits. JSON has no form for it where superjson is not there. */
export function bigintSchema(node: BigintNode): JsonSchema {
  const { minimum, maximum } = node;
  const bounds = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ];
  const isPositive = minimum !== undefined && BigInt(minimum) >= 0n;
  return {
    type: 'string',
    pattern: isPositive ? '^[0-9]+$' : '^-?[0-9]+$',
    ...(bounds.length === 0 ? {} : { $comment: `A whole number of ${bounds.join(' and ')}.` }),
  };
}

function acceptsZero({ minimum = 0, maximum = 0, exclusiveMinimum = -1, exclusiveMaximum = 1 }: NumberNode): boolean {
  return minimum <= 0 && maximum >= 0 && exclusiveMinimum < 0 && exclusiveMaximum > 0;
}

// JSON Schema reads patterns with the flag `u`, under which some that JavaScript takes are none.
function isPortable(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
