import type { BigintNode, NumberNode, StringNode } from '../../../contract/type-node.js';
import type { JsonSchema } from './json-schema.js';

/** Text. JSON Schema counts code points where the contract counts UTF-16 units. */
export function stringSchema(node: StringNode): JsonSchema {
  const { format, minLength, maxLength, patterns = [] } = node;
  const usable = patterns.filter(isPortable);
  const [first, ...others] = usable;
  return {
    type: 'string',
    ...formatMembers(format),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(first === undefined ? {} : { pattern: first }),
    ...(others.length === 0 ? {} : { allOf: others.map((pattern) => ({ pattern })) }),
    ...commentMembers(format, patterns),
  };
}

export function numberSchema(node: NumberNode): JsonSchema {
  const { integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  return {
    type: integer ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum }),
    ...(exclusiveMaximum === undefined ? {} : { exclusiveMaximum }),
    ...(multipleOf === undefined ? {} : { multipleOf }),
  };
}

/**
 * A number as superjson writes it: minus zero as a text, and where nothing bounds it, what JSON has no number for too.
 *
 * @param anyNumber the schema of a number of which nothing more is known.
 */
export function superjsonNumberSchema(node: NumberNode, anyNumber: () => JsonSchema): JsonSchema {
  const plain = numberSchema(node);
  if (Object.keys(plain).length === 1 && !node.integer) return anyNumber();
  return acceptsZero(node) ? { anyOf: [plain, { const: '-0' }] } : plain;
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

// The formats that JSON Schema knows. Validators refuse others, or warn of them.
const FORMATS: ReadonlySet<string> = new Set(
  (
    'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid ' +
    'uri-template json-pointer relative-json-pointer regex'
  ).split(' '),
);

function formatMembers(format: string | undefined): JsonSchema {
  if (format === undefined) return {};
  if (format === 'base64' || format === 'base64url') return { contentEncoding: format };
  return FORMATS.has(format) ? { format } : {};
}

function commentMembers(format: string | undefined, patterns: readonly string[]): JsonSchema {
  const isSaid = format === undefined || Object.keys(formatMembers(format)).length > 0;
  const unsaid = patterns.filter((pattern) => !isPortable(pattern));
  const comments = [
    ...(isSaid ? [] : [`Format: ${format}`]),
    ...(unsaid.length === 0 ? [] : [`Matches too: ${unsaid.join(' ')}`]),
  ];
  return comments.length === 0 ? {} : { $comment: comments.join('. ') };
}
