import { unreachable } from '@trunkline/protocol';
import type { BigintNode, NumberNode, StringNode, TypeNode } from '../../contract/type-node.js';
import { quote } from './identifier.js';

/** A type without others in it. */
export type ScalarNode = Exclude<
  TypeNode,
  {
    kind:
      | 'template'
      | 'array'
      | 'tuple'
      | 'object'
      | 'record'
      | 'union'
      | 'intersection'
      | 'brand'
      | 'builtin'
      | 'reference'
      | 'hole';
  }
>;

/** The schema of a type without others in it, with its limits. */
export function printScalarValidator(node: ScalarNode): string {
  switch (node.kind) {
    case 'string':
      return printString(node);
    case 'number':
      return printNumber(node);
    case 'bigint':
      return printBigint(node);
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
    case 'never':
    case 'symbol':
      return `z.${node.kind}()`;
    case 'literal':
      return `z.literal(${printValue(node.value)})`;
    case 'bigintLiteral':
      return `z.literal(${node.value}n)`;
    case 'enum':
      return node.members.length === 0
        ? 'z.never()'
        : `z.literal([${node.members.map(({ value }) => printValue(value)).join(', ')}])`;
    default:
      return unreachable(node);
  }
}

/** Formats as zod knows them, each as wide as any server could mean it. Others are any text. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['email', 'z.email()'],
  ['uuid', 'z.guid()'],
  ['guid', 'z.guid()'],
  ['uri', 'z.url()'],
  ['url', 'z.url()'],
  ['date-time', 'z.iso.datetime({ offset: true, local: true })'],
  ['datetime', 'z.iso.datetime({ offset: true, local: true })'],
  ['date', 'z.iso.date()'],
  ['duration', 'z.iso.duration()'],
  ['ipv4', 'z.ipv4()'],
  ['ipv6', 'z.ipv6()'],
  ['base64', 'z.base64()'],
  ['base64url', 'z.base64url()'],
  ['cuid2', 'z.cuid2()'],
  ['ulid', 'z.ulid()'],
  ['nanoid', 'z.nanoid()'],
]);

function printString({ format = '', patterns = [], minLength, maxLength }: StringNode): string {
  return withChecks(FORMATS.get(format) ?? 'z.string()', [
    ...(minLength === undefined ? [] : [`z.minLength(${minLength})`]),
    ...(maxLength === undefined ? [] : [`z.maxLength(${maxLength})`]),
    ...patterns.map((pattern) => `z.regex(new RegExp(${quote(pattern)}))`),
  ]);
}

function printNumber(node: NumberNode): string {
  const { integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  return withChecks(integer === true ? 'z.int()' : 'z.number()', [
    ...(minimum === undefined ? [] : [`z.gte(${minimum})`]),
    ...(maximum === undefined ? [] : [`z.lte(${maximum})`]),
    ...(exclusiveMinimum === undefined ? [] : [`z.gt(${exclusiveMinimum})`]),
    ...(exclusiveMaximum === undefined ? [] : [`z.lt(${exclusiveMaximum})`]),
    ...(multipleOf === undefined ? [] : [`z.multipleOf(${multipleOf})`]),
  ]);
}

function printBigint({ minimum, maximum }: BigintNode): string {
  return withChecks('z.bigint()', [
    ...(minimum === undefined ? [] : [`z.gte(${minimum}n)`]),
    ...(maximum === undefined ? [] : [`z.lte(${maximum}n)`]),
  ]);
}

function withChecks(schema: string, checks: readonly string[]): string {
  return checks.length === 0 ? schema : `${schema}.check(${checks.join(', ')})`;
}

function printValue(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}
