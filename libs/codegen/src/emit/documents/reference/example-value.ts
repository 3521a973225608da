import { unreachable } from '@trunkline/protocol';
import type { BuiltinNode, NumberNode, ObjectNode, StringNode, TypeNode } from '../../../contract/type-node.js';
import { printPropertyName, quote } from '../../typescript/identifier.js';
import { isAlwaysUndefined } from '../schema/may-be-undefined.js';

/** A value of the type, as short as one can be, as TypeScript writes it. */
export function exampleValue(node: TypeNode, types: Readonly<Record<string, TypeNode>>): string {
  return new ExampleWriter(types).write(node);
}

const LINE_CHARACTERS = 80;

/** How deep named types are written out in each other. */
const MAX_OPEN_TYPES = 4;

/** How many are written out at all: types that refer to each other lead along more ways than a page can hold. */
const MAX_WRITTEN_TYPES = 24;

class ExampleWriter {
  readonly #types: Readonly<Record<string, TypeNode>>;
  readonly #open = new Set<string>();
  #writtenCount = 0;

  constructor(types: Readonly<Record<string, TypeNode>>) {
    this.#types = types;
  }

  write(node: TypeNode): string {
    switch (node.kind) {
      case 'string':
        return exampleText(node);
      case 'number':
        return exampleNumber(node);
      case 'bigint':
        return `${node.minimum ?? '1'}n`;
      case 'bigintLiteral':
        return `${node.value}n`;
      case 'boolean':
        return 'true';
      case 'literal':
        return typeof node.value === 'string' ? quote(node.value) : String(node.value);
      case 'null':
        return 'null';
      case 'template':
        return this.#template(node.texts, node.types);
      case 'enum': {
        const value = node.members[0]?.value ?? '';
        return typeof value === 'string' ? quote(value) : String(value);
      }
      case 'undefined':
      case 'void':
        return 'undefined';
      case 'unknown':
      case 'any':
      case 'never':
      case 'symbol':
      case 'hole':
        return '/* anything */ null';
      case 'reference':
        return this.#reference(node.name);
      case 'brand':
        return this.write(node.of);
      default:
        return this.#compound(node);
    }
  }

  #compound(
    node: Extract<TypeNode, { kind: 'array' | 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'builtin' }>,
  ): string {
    switch (node.kind) {
      case 'array':
        return this.#array(node.items);
      case 'tuple':
        return `[${node.items
          .filter(({ optional }) => !optional)
          .map(({ type }) => this.write(type))
          .join(', ')}]`;
      case 'object':
        return this.#object(node);
      case 'record':
        return '{}';
      case 'union': {
        const first =
          node.of.find((member) => !isAlwaysUndefined(member) && member.kind !== 'null' && !this.#isLeftOut(member)) ??
          node.of.find(({ kind }) => kind === 'null') ??
          node.of[0];
        return first === undefined ? '/* nothing */ null' : this.write(first);
      }
      case 'intersection':
        return this.#object({ kind: 'object', properties: node.of.flatMap((part) => this.#propertiesOf(part)) });
      case 'builtin':
        return exampleBuiltin(node);
      default:
        return unreachable(node);
    }
  }

  #object({ properties }: ObjectNode): string {
    const members = properties
      .filter(({ optional }) => !optional)
      .map(({ name, type }) => `${printPropertyName(name)}: ${this.write(type)}`);
    const line = `{ ${members.join(', ')} }`;
    if (line.length <= LINE_CHARACTERS && !line.includes('\n')) return members.length === 0 ? '{}' : line;
    return `{\n${members.map((member) => `  ${member.replaceAll('\n', '\n  ')},`).join('\n')}\n}`;
  }

  #array(items: TypeNode): string {
    if (this.#isLeftOut(items)) return '[]';
    return `[${this.write(items)}]`;
  }

  #reference(name: string): string {
    const target = this.#types[name];
    if (target === undefined || this.#isLeftOut({ kind: 'reference', name })) return '/* … */ null';
    this.#open.add(name);
    this.#writtenCount += 1;
    const text = this.write(target);
    this.#open.delete(name);
    return text;
  }

  #isLeftOut(node: TypeNode): boolean {
    if (node.kind !== 'reference') return false;
    return this.#open.has(node.name) || this.#open.size >= MAX_OPEN_TYPES || this.#writtenCount >= MAX_WRITTEN_TYPES;
  }

  #propertiesOf(part: TypeNode): ObjectNode['properties'] {
    if (part.kind === 'object') return part.properties;
    if (part.kind === 'union') return part.of[0] === undefined ? [] : this.#propertiesOf(part.of[0]);
    const target = part.kind === 'reference' ? this.#types[part.name] : undefined;
    return target === undefined ? [] : this.#propertiesOf(target);
  }

  #template(texts: readonly string[], types: readonly TypeNode[]): string {
    const parts = texts.map((text, index) => {
      const type = types[index];
      return text + (type === undefined ? '' : this.write(type).replaceAll(/^'|'$/g, ''));
    });
    return quote(parts.join(''));
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'ada@example.org',
  uuid: '3f2b1c9e-0c4d-4b6e-9a51-6d1f0b7c2a10',
  uri: 'https://example.org/',
  date: '2026-01-31',
  time: '12:30:00Z',
  'date-time': '2026-01-31T12:30:00.000Z',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

function exampleText({ format = '', default: value, patterns, minLength = 0 }: StringNode): string {
  if (typeof value === 'string') return quote(value);
  const known = FORMATS[format];
  if (known !== undefined) return quote(known);
  // A text that patterns match is not made up; the type beside the example says them.
  return patterns === undefined ? quote('text'.padEnd(minLength, ' text')) : quote('…');
}

function exampleNumber(node: NumberNode): string {
  const { default: value, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node;
  if (typeof value === 'number') return String(value);
  const lowest = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  const highest = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - 1);
  return String(lowest ?? (highest === undefined ? (multipleOf ?? 1) : Math.min(highest, 1)));
}

function exampleBuiltin({ name }: BuiltinNode): string {
  switch (name) {
    case 'Date':
      return "new Date('2026-01-31T12:30:00Z')";
    case 'URL':
      return "new URL('https://example.org/')";
    case 'RegExp':
      return '/a+/';
    case 'Error':
      return "new Error('why')";
    case 'Map':
    case 'ReadonlyMap':
      return 'new Map()';
    case 'Set':
    case 'ReadonlySet':
      return 'new Set()';
    case 'Uint8Array':
      return 'new Uint8Array([1, 2, 3])';
    default:
      return unreachable(name);
  }
}
