import { unreachable } from '@trunkline/protocol';
import type {
  BrandNode,
  BuiltinNode,
  IntersectionNode,
  ObjectNode,
  PropertyNode,
  RecordNode,
  TemplateNode,
  TupleNode,
  TypeNode,
} from '../../contract/type-node.js';
import { linesOf, printComment } from './doc-comment.js';
import { isIdentifier, printPropertyName, quote } from './identifier.js';
import { printBraces } from './print-lines.js';
import type { PrintScope } from './print-scope.js';

/** A type as TypeScript writes it. */
export function printType(node: TypeNode, scope: PrintScope): string {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
    case 'never':
    case 'symbol':
      return node.kind;
    case 'hole':
      return 'unknown';
    case 'literal':
      return printValue(node.value);
    case 'bigintLiteral':
      return `${node.value}n`;
    case 'reference':
      return scope.nameOf(node.name);
    case 'enum':
      return membersOf(node, scope).join(' | ') || 'never';
    default:
      return printComposite(node, scope);
  }
}

type Composite = Extract<
  TypeNode,
  { kind: 'template' | 'array' | 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'brand' | 'builtin' }
>;

function printComposite(node: Composite, scope: PrintScope): string {
  switch (node.kind) {
    case 'template':
      return printTemplate(node, scope);
    case 'array':
      return `${node.readonly === true ? 'readonly ' : ''}${printInArray(node.items, scope)}[]`;
    case 'tuple':
      return printTuple(node, scope);
    case 'object':
      return printObject(node, scope);
    case 'record':
      return printRecord(node, scope);
    case 'union':
      return membersOf(node, scope).join(' | ') || 'never';
    case 'intersection':
      return hasOneFactor(node, scope)
        ? membersOf(node, scope).join(' | ')
        : factorsOf(node, scope).join(' & ') || 'unknown';
    case 'brand': {
      const of = printType(node.of, scope);
      return scope.brands === 'strip' ? of : `Brand<${of}, ${quote(node.name)}>`;
    }
    case 'builtin':
      return printBuiltin(node, scope);
    default:
      return unreachable(node);
  }
}

/** The members of a union as they are printed, those of unions in it among them, each once. Others are their only one. */
export function membersOf(node: TypeNode, scope: PrintScope): readonly string[] {
  if (node.kind === 'union') return [...new Set(node.of.flatMap((member) => membersOf(member, scope)))];
  if (node.kind === 'enum') return [...new Set(node.members.map(({ value }) => printValue(value)))];
  if (isStripped(node, scope)) return membersOf(node.of, scope);
  const [only] = node.kind === 'intersection' && hasOneFactor(node, scope) ? node.of : [];
  return only === undefined ? [printType(node, scope)] : membersOf(only, scope);
}

function hasOneFactor(node: IntersectionNode, scope: PrintScope): boolean {
  return factorsOf(node, scope).length === 1;
}

/** What a type is all of at once, as it is printed, each once. */
function factorsOf(node: TypeNode, scope: PrintScope): readonly string[] {
  if (node.kind === 'intersection') return [...new Set(node.of.flatMap((member) => factorsOf(member, scope)))];
  if (isStripped(node, scope)) return factorsOf(node.of, scope);
  if (node.kind === 'object' && hasForeignIndex(node, scope)) return halvesOf(node, scope);
  if (node.kind !== 'union' && node.kind !== 'enum') return [printType(node, scope)];
  const members = membersOf(node, scope);
  if (members.length > 1) return [`(${members.join(' | ')})`];
  const only = node.kind === 'union' ? node.of.find((member) => membersOf(member, scope).length > 0) : undefined;
  return only === undefined ? [printType(node, scope)] : factorsOf(only, scope);
}

function isStripped(node: TypeNode, scope: PrintScope): node is BrandNode {
  return node.kind === 'brand' && scope.brands === 'strip';
}

function printValue(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

/** The members of an object type, each a text with its comment; an index last. */
export function printMembers({ properties, index }: ObjectNode, scope: PrintScope): readonly string[] {
  const members = properties.map((property) => printProperty(property, scope));
  return index === undefined ? members : [...members, printIndex(index, scope)];
}

/**
 * Whether an object has properties that its own index would not take, so that TypeScript takes them apart only. In doubt it
 * has.
 */
export function hasForeignIndex({ properties, index }: ObjectNode, scope: PrintScope): boolean {
  if (index === undefined) return false;
  const indexMembers = new Set(membersOf(index, scope));
  if (indexMembers.has('unknown') || indexMembers.has('any')) return false;
  return properties.some(
    ({ type, optional }) =>
      membersOf(type, scope).some((member) => !indexMembers.has(member)) ||
      (optional === true && !indexMembers.has('undefined')),
  );
}

function printObject(node: ObjectNode, scope: PrintScope): string {
  return hasForeignIndex(node, scope) ? halvesOf(node, scope).join(' & ') : printBraces(printMembers(node, scope));
}

function halvesOf({ index, ...own }: ObjectNode, scope: PrintScope): readonly string[] {
  const half = printBraces(printMembers(own, scope));
  return index === undefined ? [half] : [half, printBraces([printIndex(index, scope)])];
}

function printIndex(index: TypeNode, scope: PrintScope): string {
  return `[key: string]: ${printType(index, scope)};`;
}

function printProperty({ name, type, optional, readonly }: PropertyNode, scope: PrintScope): string {
  const head = `${readonly === true ? 'readonly ' : ''}${printPropertyName(name)}${optional === true ? '?' : ''}`;
  return `${printComment(linesOf(type))}${head}: ${printType(type, scope)};`;
}

// Never `Record`, with which a type that is in itself becomes `any` without a word.
function printRecord({ key, value, partial }: RecordNode, scope: PrintScope): string {
  const keyText = printType(key, scope);
  const isIndex = partial !== true && (key.kind === 'string' || key.kind === 'number');
  const head = isIndex ? `[key: ${keyText}]` : `[K in ${keyText}]${partial === true ? '?' : ''}`;
  return `{ ${head}: ${printType(value, scope)} }`;
}

function printTemplate({ texts, types }: TemplateNode, scope: PrintScope): string {
  const parts = texts.map((text, index) => {
    const type = types[index];
    return escapeTemplate(text) + (type === undefined ? '' : `\${${printType(type, scope)}}`);
  });
  return `\`${parts.join('')}\``;
}

function escapeTemplate(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll(String.raw`\"`, '"');
  return inner.replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function printTuple(node: TupleNode, scope: PrintScope): string {
  const items = node.items.map(({ type, name, optional }) => {
    if (name !== undefined && isIdentifier(name))
      return `${name}${optional === true ? '?' : ''}: ${printType(type, scope)}`;
    return optional === true ? `${printInArray(type, scope)}?` : printType(type, scope);
  });
  const rest = node.rest === undefined ? [] : [`...${printInArray(node.rest, scope)}[]`];
  return `${node.readonly === true ? 'readonly ' : ''}[${[...items, ...rest].join(', ')}]`;
}

function printBuiltin({ name, of = [] }: BuiltinNode, scope: PrintScope): string {
  const parameters = of.map((type) => printType(type, scope));
  switch (name) {
    case 'Map':
    case 'ReadonlyMap':
      return `${name}<${parameters[0] ?? 'unknown'}, ${parameters[1] ?? 'unknown'}>`;
    case 'Set':
    case 'ReadonlySet':
      return `${name}<${parameters[0] ?? 'unknown'}>`;
    case 'Date':
    case 'URL':
    case 'RegExp':
    case 'Error':
    case 'Uint8Array':
      return name;
    default:
      return unreachable(name);
  }
}

function printInArray(node: TypeNode, scope: PrintScope): string {
  const [first = printType(node, scope), ...others] = factorsOf(node, scope);
  if (others.length > 0) return `(${[first, ...others].join(' & ')})`;
  return first.startsWith('readonly ') ? `(${first})` : first;
}
