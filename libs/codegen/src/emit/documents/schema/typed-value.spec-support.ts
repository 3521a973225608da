import { unreachable } from '@trunkline/protocol';
import fc from 'fast-check';
import type { ObjectNode, PropertyNode, TypeNode } from '../../../contract/type-node.js';
import type { WireForm } from './json-schema.js';

/** Types to which the generated nodes refer; one of them holds itself. */
export const namedTypes: Readonly<Record<string, TypeNode>> = {
  Role: {
    kind: 'enum',
    members: [
      { name: 'Admin', value: 'admin' },
      { name: 'Guest', value: 2, doc: 'Anybody.' },
    ],
  },
  Maybe: { kind: 'union', of: [{ kind: 'string' }, { kind: 'undefined' }] },
  Tree: {
    kind: 'object',
    doc: 'A name and what is below it.',
    properties: [
      { name: 'name', type: { kind: 'string', maxLength: 5 } },
      { name: 'at', type: { kind: 'union', of: [{ kind: 'builtin', name: 'Date' }, { kind: 'null' }] } },
      { name: 'below', type: { kind: 'array', items: { kind: 'reference', name: 'Tree' } } },
    ],
  },
};

/** A type, and values that belong to it. */
export function typedValues(form: WireForm): fc.Arbitrary<{ readonly node: TypeNode; readonly value: unknown }> {
  return nodes(form).chain((node) => valuesOf(node, form).map((value) => ({ node, value })));
}

/** Types over every kind of node that can travel in the form. */
export function nodes(form: WireForm): fc.Arbitrary<TypeNode> {
  const { node } = fc.letrec<{ node: TypeNode }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves(form), compounds(form, tie('node'))),
  }));
  return node;
}

const shortName = fc.stringMatching(/^[a-z.$ -]{1,4}$/);
const doc = fc.option(fc.constantFrom('What it is.', 'A `code`.'), { nil: undefined });

function leaves(form: WireForm): fc.Arbitrary<TypeNode> {
  const both: fc.Arbitrary<TypeNode>[] = [
    doc.map((text) => ({ kind: 'string', ...(text === undefined ? {} : { doc: text }) })),
    fc.constantFrom<TypeNode>(
      { kind: 'string', format: 'uuid' },
      { kind: 'string', minLength: 1, maxLength: 4, patterns: ['^[a-c]*$', '[a-c]'] },
      { kind: 'number' },
      { kind: 'number', integer: true },
      { kind: 'number', integer: true, minimum: 1, maximum: 9, default: 2 },
      { kind: 'number', exclusiveMinimum: 0, deprecated: '' },
      { kind: 'boolean' },
      { kind: 'null' },
      { kind: 'undefined' },
      { kind: 'void' },
      { kind: 'unknown' },
      { kind: 'hole', reason: 'nobody knows' },
      { kind: 'literal', value: 'a' },
      { kind: 'literal', value: 3 },
      { kind: 'literal', value: true },
      { kind: 'template', texts: ['v', '.$', ''], types: [{ kind: 'number' }, { kind: 'literal', value: 'x' }] },
      { kind: 'template', texts: ['', ''], types: [{ kind: 'reference', name: 'Role' }] },
      { kind: 'builtin', name: 'Date', doc: 'When.' },
      { kind: 'builtin', name: 'URL' },
      { kind: 'reference', name: 'Role' },
      { kind: 'reference', name: 'Maybe', doc: 'May be left out.' },
      { kind: 'reference', name: 'Tree' },
      { kind: 'builtin', name: 'RegExp' },
      { kind: 'builtin', name: 'Error' },
      { kind: 'builtin', name: 'Uint8Array' },
    ),
  ];
  if (form === 'json') return fc.oneof(...both);
  const bigints = fc.constantFrom<TypeNode>(
    { kind: 'bigint' },
    { kind: 'bigint', minimum: '0', maximum: '99' },
    { kind: 'bigintLiteral', value: '-7' },
  );
  return fc.oneof(...both, bigints);
}

function compounds(form: WireForm, node: fc.Arbitrary<TypeNode>): fc.Arbitrary<TypeNode> {
  const property = fc
    .record({ name: shortName, type: node, isOptional: fc.boolean() })
    .map(({ name, type, isOptional }): PropertyNode => ({ name, type, ...(isOptional ? { optional: true } : {}) }));
  const properties = fc.uniqueArray(property, { maxLength: 3, selector: ({ name }) => name });
  const object = fc
    .tuple(properties, fc.boolean())
    .map(
      ([named, isStrict]): ObjectNode => ({ kind: 'object', properties: named, ...(isStrict ? { strict: true } : {}) }),
    );
  return fc.oneof(
    node.map((items): TypeNode => ({ kind: 'array', items, minItems: 1, maxItems: 3 })),
    fc.tuple(node, node, fc.option(node, { nil: undefined })).map(
      ([first, second, rest]): TypeNode => ({
        kind: 'tuple',
        items: [
          { type: first, name: 'first' },
          { type: second, optional: true },
        ],
        ...(rest === undefined ? {} : { rest }),
      }),
    ),
    object,
    node.map((index): TypeNode => ({ kind: 'object', properties: [], index })),
    node.map((value): TypeNode => ({ kind: 'record', key: { kind: 'string' }, value })),
    node.map((value): TypeNode => ({ kind: 'record', key: { kind: 'number' }, value })),
    node.map((value): TypeNode => ({ kind: 'record', key: { kind: 'reference', name: 'Role' }, value })),
    fc.array(node, { minLength: 1, maxLength: 3 }).map((of): TypeNode => ({ kind: 'union', of })),
    object.map(
      ({ properties }): TypeNode => ({
        kind: 'intersection',
        of: [{ kind: 'object', properties }, { kind: 'unknown' }],
      }),
    ),
    node.map((of): TypeNode => ({ kind: 'brand', name: 'Mark', of })),
    ...(form === 'json' ? [] : [node.map((of): TypeNode => ({ kind: 'builtin', name: 'Set', of: [of] }))]),
    ...(form === 'json' ? [] : [fc.tuple(node, node).map((of): TypeNode => ({ kind: 'builtin', name: 'Map', of }))]),
  );
}

/** The values of a type. */
export function valuesOf(node: TypeNode, form: WireForm, depth = 0): fc.Arbitrary<unknown> {
  const inner = (child: TypeNode): fc.Arbitrary<unknown> => valuesOf(child, form, depth + 1);
  switch (node.kind) {
    case 'string':
      if (node.format === 'uuid') return fc.uuid();
      return node.patterns === undefined
        ? fc.string({ maxLength: node.maxLength ?? 10 })
        : fc.stringMatching(/^[a-c]{1,4}$/);
    case 'number':
      if (node.integer)
        return fc
          .integer({ min: node.minimum ?? -10, max: node.maximum ?? 10 })
          .map((n) => (n === 0 && form === 'superjson' ? -0 : n));
      if (node.exclusiveMinimum !== undefined) return fc.double({ min: 0.5, max: 9, noNaN: true });
      return fc.double(form === 'json' ? { noNaN: true, noDefaultInfinity: true } : {});
    case 'bigint':
      return fc.bigInt(node.minimum === undefined ? {} : { min: 0n, max: 99n });
    case 'bigintLiteral':
      return fc.constant(BigInt(node.value));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'undefined':
    case 'void':
      return fc.constant(undefined);
    case 'unknown':
    case 'any':
    case 'hole':
      return fc.jsonValue({ maxDepth: 1 });
    case 'literal':
      return fc.constant(node.value);
    case 'template':
      return node.texts.length === 2
        ? fc.constantFrom('admin', '2')
        : fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => `v${number}.$x`);
    case 'enum':
      return fc.constantFrom(...node.members.map(({ value }) => value));
    case 'array':
      // A tree ends somewhere, and an arbitrary has to.
      if (node.minItems === undefined && depth > 4) return fc.constant([]);
      return fc.array(inner(node.items), { minLength: node.minItems ?? 0, maxLength: 3 });
    case 'union':
      return fc.oneof(...node.of.map(inner));
    case 'intersection':
      return inner(node.of[0] ?? { kind: 'unknown' });
    case 'brand':
      return inner(node.of);
    case 'reference':
      return inner(namedTypes[node.name] ?? { kind: 'unknown' });
    case 'never':
    case 'symbol':
      throw new Error(`${node.kind} has no values that travel`);
    default:
      return valuesOfContainer(node, inner);
  }
}

function valuesOfContainer(
  node: Extract<TypeNode, { kind: 'tuple' | 'object' | 'record' | 'builtin' }>,
  inner: (child: TypeNode) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (node.kind) {
    case 'tuple': {
      const [first, second] = node.items.map(({ type }) => inner(type));
      const rest = node.rest === undefined ? fc.constant([]) : fc.array(inner(node.rest), { maxLength: 2 });
      return fc.oneof(
        fc.tuple(first ?? fc.constant(0)),
        fc
          .tuple(first ?? fc.constant(0), second ?? fc.constant(0), rest)
          .map(([one, two, more]) => [one, two, ...more]),
      );
    }
    case 'object': {
      if (node.index !== undefined)
        return fc.dictionary(shortName, inner(node.index), { maxKeys: 3, noNullPrototype: true });
      const members = Object.fromEntries(node.properties.map(({ name, type }) => [name, inner(type)]));
      const requiredKeys = node.properties.filter(({ optional }) => !optional).map(({ name }) => name);
      return fc.record(members, { requiredKeys, noNullPrototype: true });
    }
    case 'record': {
      const value = inner(node.value);
      if (node.key.kind === 'reference') return fc.record({ admin: value, 2: value }, { noNullPrototype: true });
      const key = node.key.kind === 'number' ? fc.nat().map(String) : shortName;
      return fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
    }
    case 'builtin':
      return valuesOfBuiltin(node, inner);
    default:
      return unreachable(node);
  }
}

function valuesOfBuiltin(
  node: Extract<TypeNode, { kind: 'builtin' }>,
  inner: (child: TypeNode) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const [first = fc.constant(0), second = fc.constant(0)] = (node.of ?? []).map(inner);
  switch (node.name) {
    case 'Date':
      return fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    case 'Map':
    case 'ReadonlyMap':
      return fc.array(fc.tuple(first, second), { maxLength: 3 }).map((entries) => new Map(entries));
    case 'Set':
    case 'ReadonlySet':
      return fc.array(first, { maxLength: 3 }).map((items) => new Set(items));
    case 'URL':
      return fc.webUrl().map((text) => new URL(text));
    case 'RegExp':
      return fc.constantFrom('a+', '/').map((text) => new RegExp(text, 'gi'));
    case 'Error':
      return fc.string().map((message) => new TypeError(message));
    case 'Uint8Array':
      return fc.uint8Array({ maxLength: 4 });
    default:
      return unreachable(node.name);
  }
}
