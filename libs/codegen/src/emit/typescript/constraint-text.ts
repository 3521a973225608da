import type { ArrayNode, BigintNode, NumberNode, StringNode, TypeNode } from '../../contract/type-node.js';

/** The limits of a type in words; empty where it has none. */
export function constraintsOf(node: TypeNode): string {
  switch (node.kind) {
    case 'string':
      return sentences(ofString(node));
    case 'number':
      return sentences(ofNumber(node));
    case 'bigint':
      return sentences(ofBigint(node));
    case 'array':
      return sentences(ofArray(node));
    case 'hole':
      return `Not known: ${node.reason}`;
    default:
      return '';
  }
}

function ofString({ format, patterns = [], minLength, maxLength }: StringNode): readonly string[] {
  return [
    ...(format === undefined ? [] : [`Format: ${format}`]),
    ...count(minLength, maxLength, 'character'),
    ...patterns.map((pattern) => `Matches \`${pattern}\``),
  ];
}

function ofNumber(node: NumberNode): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  return [
    ...(node.integer === true ? ['An integer'] : []),
    ...range(minimum, maximum),
    ...(exclusiveMinimum === undefined ? [] : [`More than ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`Less than ${exclusiveMaximum}`]),
    ...(multipleOf === undefined ? [] : [`A multiple of ${multipleOf}`]),
  ];
}

function ofBigint({ minimum, maximum }: BigintNode): readonly string[] {
  return range(minimum, maximum);
}

function ofArray({ minItems, maxItems }: ArrayNode): readonly string[] {
  return count(minItems, maxItems, 'item');
}

function count(minimum: number | undefined, maximum: number | undefined, what: string): readonly string[] {
  if (minimum !== undefined && minimum === maximum) return [`Exactly ${minimum} ${what}${minimum === 1 ? '' : 's'}`];
  return range(minimum, maximum).map((text) => `${text} ${what}${(maximum ?? minimum) === 1 ? '' : 's'}`);
}

function range<T extends number | string>(minimum: T | undefined, maximum: T | undefined): readonly string[] {
  if (minimum !== undefined && maximum !== undefined) return [`${minimum} to ${maximum}`];
  if (minimum !== undefined) return [`At least ${minimum}`];
  return maximum === undefined ? [] : [`At most ${maximum}`];
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${part}.`).join(' ');
}
