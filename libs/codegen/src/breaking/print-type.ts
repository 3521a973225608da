import { unreachable } from '@trunkline/protocol';
import type {
  ArrayNode,
  NumberNode,
  ObjectNode,
  StringNode,
  TemplateNode,
  TupleNode,
  TypeNode,
} from '../contract/type-node.js';

const MAX_CHARACTERS = 80;
const MAX_PROPERTIES = 6;

/** A type on one short line, for people. */
export function printType(node: TypeNode): string {
  const text = print(node);
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS - 1)}…`;
}

function print(node: TypeNode): string {
  switch (node.kind) {
    case 'string':
      return printText(node);
    case 'number':
      return printNumber(node);
    case 'bigint':
      return withBounds('bigint', [bound('≥', node.minimum), bound('≤', node.maximum)]);
    case 'literal':
      return JSON.stringify(node.value);
    case 'bigintLiteral':
      return `${node.value}n`;
    case 'template':
      return printTemplate(node);
    case 'array':
      return printArray(node);
    case 'tuple':
      return printTuple(node);
    case 'object':
      return printObject(node);
    case 'record':
      return `Record<${print(node.key)}, ${print(node.value)}>`;
    case 'union':
      return node.of.map(print).join(' | ');
    case 'intersection':
      return node.of.map(print).join(' & ');
    case 'enum':
      return node.members.map(({ value }) => JSON.stringify(value)).join(' | ');
    case 'brand':
    case 'reference':
      return node.name;
    case 'builtin':
      return node.of === undefined ? node.name : `${node.name}<${node.of.map(print).join(', ')}>`;
    case 'hole':
      return 'unknown (not said)';
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
    case 'never':
    case 'symbol':
      return node.kind;
    default:
      return unreachable(node);
  }
}

function printText({ format, patterns = [], minLength, maxLength }: StringNode): string {
  return withBounds('string', [
    format ?? '',
    ...patterns.map((pattern) => `/${pattern}/`),
    bound('length ≥', minLength),
    bound('length ≤', maxLength),
  ]);
}

function printNumber({ integer, multipleOf, ...bounds }: NumberNode): string {
  return withBounds(integer === true ? 'integer' : 'number', [
    bound('≥', bounds.minimum),
    bound('>', bounds.exclusiveMinimum),
    bound('≤', bounds.maximum),
    bound('<', bounds.exclusiveMaximum),
    bound('multiple of', multipleOf),
  ]);
}

function printTemplate({ texts, types }: TemplateNode): string {
  const inner = texts.map((text, index) => {
    const type = types[index];
    return type === undefined ? text : `${text}\${${print(type)}}`;
  });
  return `\`${inner.join('')}\``;
}

function printArray({ items, minItems, maxItems }: ArrayNode): string {
  const item = print(items);
  const name = /^[\w.]+$/.test(item) ? `${item}[]` : `(${item})[]`;
  return withBounds(name, [bound('items ≥', minItems), bound('items ≤', maxItems)]);
}

function printTuple({ items, rest }: TupleNode): string {
  const places = items.map(({ type, optional }) => `${print(type)}${optional === true ? '?' : ''}`);
  return `[${[...places, ...(rest === undefined ? [] : [`...${print(rest)}[]`])].join(', ')}]`;
}

function printObject({ properties, index }: ObjectNode): string {
  const named = properties
    .slice(0, MAX_PROPERTIES)
    .map(({ name, type, optional }) => `${name}${optional === true ? '?' : ''}: ${print(type)}`);
  const others = index === undefined ? [] : [`[name]: ${print(index)}`];
  const left = properties.length > MAX_PROPERTIES ? ['…'] : [];
  return `{ ${[...named, ...left, ...others].join('; ')} }`;
}

function bound(word: string, value: number | string | undefined): string {
  return value === undefined ? '' : `${word} ${value}`;
}

function withBounds(name: string, bounds: readonly string[]): string {
  const told = bounds.filter((text) => text !== '');
  return told.length === 0 ? name : `${name} (${told.join(', ')})`;
}
