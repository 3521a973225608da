import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapChildren } from '../../contract/children.js';
import type { ObjectNode, TypeNode } from '../../contract/type-node.js';
import { readType } from '../../testing/read-type.js';
import type { PrintScope } from './print-scope.js';
import { hasForeignIndex, membersOf, printMembers, printType } from './print-type.js';

const scope: PrintScope = { nameOf: (name) => name, brands: 'keep', enums: 'const' };

const print = (node: TypeNode): string => printType(node, scope);

const text = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.constantFrom("it's", '`${a}`', '\\', '\n', '\ud800', '*/', 'class'),
);

const leaf: fc.Arbitrary<TypeNode> = fc.oneof(
  fc
    .constantFrom(
      'string',
      'number',
      'bigint',
      'boolean',
      'null',
      'undefined',
      'void',
      'unknown',
      'any',
      'never',
      'symbol',
    )
    .map((kind): TypeNode => ({ kind })),
  fc
    .oneof(text, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((value): TypeNode => ({ kind: 'literal', value })),
  fc.bigInt().map((value): TypeNode => ({ kind: 'bigintLiteral', value: String(value) })),
  fc.constantFrom('Order', 'Tree').map((name): TypeNode => ({ kind: 'reference', name })),
  fc.constantFrom('Date', 'URL', 'RegExp', 'Error', 'Uint8Array').map((name): TypeNode => ({ kind: 'builtin', name })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map(
    (values): TypeNode => ({
      kind: 'enum',
      members: values.map((value, index) => ({ name: `M${index}`, value })),
    }),
  ),
  fc.constant<TypeNode>({ kind: 'hole', reason: 'a function' }),
);

const literals = fc
  .uniqueArray(fc.string({ maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .map((values): TypeNode => ({ kind: 'union', of: values.map((value) => ({ kind: 'literal', value })) }));

const template = fc
  .tuple(
    fc.array(fc.constantFrom<TypeNode>({ kind: 'string' }, { kind: 'number' }), { minLength: 1, maxLength: 3 }),
    fc.array(text, { minLength: 4, maxLength: 4 }),
  )
  .map(([types, texts]): TypeNode => ({ kind: 'template', types, texts: texts.slice(0, types.length + 1) }));

const flag = fc.constantFrom<{ readonly?: true }>({ readonly: true }, {});
const optionalFlag = fc.constantFrom<{ optional?: true }>({ optional: true }, {});

const { node: anyNode } = fc.letrec<{ node: TypeNode }>((tie) => {
  const node = tie('node');
  const properties = fc.uniqueArray(
    fc
      .tuple(text, node, optionalFlag, flag)
      .map(([name, type, isOptional, isReadonly]) => ({ name, type, ...isOptional, ...isReadonly })),
    { maxLength: 3, selector: ({ name }) => name },
  );
  const items = fc.array(node, { maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      template,
      fc.tuple(node, flag).map(([of, given]): TypeNode => ({ kind: 'array', items: of, ...given })),
      fc.array(node, { minLength: 1, maxLength: 3 }).map((of): TypeNode => ({ kind: 'union', of })),
      fc.array(node, { minLength: 1, maxLength: 3 }).map((of): TypeNode => ({ kind: 'intersection', of })),
      properties.map((given): TypeNode => ({ kind: 'object', properties: given })),
      fc.tuple(properties, node).map(([given, index]): TypeNode => ({ kind: 'object', properties: given, index })),
      fc.tuple(items, items, flag).map(
        ([must, may, given]): TypeNode => ({
          kind: 'tuple',
          items: [...must.map((type) => ({ type })), ...may.map((type) => ({ type, optional: true as const }))],
          ...given,
        }),
      ),
      fc.tuple(items, node).map(
        ([given, rest]): TypeNode => ({
          kind: 'tuple',
          items: given.map((type, index) => ({ type, name: `at${index}` })),
          rest,
        }),
      ),
      fc
        .tuple(fc.oneof(literals, template, fc.constant<TypeNode>({ kind: 'number' })), node, fc.boolean())
        .map(
          ([key, value, isPartial]): TypeNode => ({ kind: 'record', key, value, ...(isPartial && { partial: true }) }),
        ),
      fc.tuple(node, text).map(([of, name]): TypeNode => ({ kind: 'brand', name, of })),
      fc
        .tuple(fc.constantFrom('Map', 'ReadonlyMap'), node, node)
        .map(([name, ...of]): TypeNode => ({ kind: 'builtin', name, of })),
      fc
        .tuple(fc.constantFrom('Set', 'ReadonlySet'), node)
        .map(([name, ...of]): TypeNode => ({ kind: 'builtin', name, of })),
    ),
  };
});

/** The node as it is read again: what several nodes are printed as, as one of them. */
function normalise(node: TypeNode): TypeNode {
  const isForeign = node.kind === 'object' && hasForeignIndex(node, scope);
  const inner = mapChildren(node, normalise);
  switch (inner.kind) {
    case 'hole':
      return { kind: 'unknown' };
    case 'enum':
      return flatten(
        'union',
        inner.members.map(({ value }) => ({ kind: 'literal', value })),
      );
    case 'union':
    case 'intersection':
      return flatten(inner.kind, inner.of);
    case 'literal':
      return inner.value === 0 ? { kind: 'literal', value: 0 } : inner;
    case 'object': {
      const { index, ...own } = inner;
      return isForeign && index !== undefined
        ? flatten('intersection', [own, { kind: 'object', properties: [], index }])
        : inner;
    }
    default:
      return inner;
  }
}

function flatten(kind: 'union' | 'intersection', of: readonly TypeNode[]): TypeNode {
  const members = of.flatMap((member) => (member.kind === kind ? member.of : [member]));
  const unique = members.filter((one, index) => members.findIndex((other) => print(other) === print(one)) === index);
  const [only = { kind: kind === 'union' ? 'never' : 'unknown' }] = unique;
  return unique.length < 2 ? only : { kind, of: unique };
}

describe('printType', () => {
  it('prints any type so that a parser reads the same one', () => {
    fc.assert(
      fc.property(anyNode, (node) => {
        expect(readType(print(node))).toEqual(normalise(node));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[TypeNode, string]>([
    [{ kind: 'array', items: { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }] } }, '(string | number)[]'],
    [{ kind: 'array', items: { kind: 'array', readonly: true, items: { kind: 'string' } } }, '(readonly string[])[]'],
    [{ kind: 'union', of: [] }, 'never'],
    [{ kind: 'intersection', of: [] }, 'unknown'],
    [{ kind: 'array', items: { kind: 'intersection', of: [] } }, 'unknown[]'],
    [{ kind: 'record', key: { kind: 'string' }, value: { kind: 'any' } }, '{ [key: string]: any }'],
    [{ kind: 'builtin', name: 'Map' }, 'Map<unknown, unknown>'],
    [{ kind: 'tuple', items: [{ type: { kind: 'string' }, name: 'new' }] }, '[string]'],
  ])('prints %j as %s', (node, expected) => {
    expect(print(node)).toBe(expected);
  });

  it('leaves brands out where they are not wanted, with the same precedence', () => {
    const of: TypeNode = { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }] };
    const branded: TypeNode = { kind: 'array', items: { kind: 'brand', name: 'Id', of } };
    expect(print(branded)).toBe("Brand<string | number, 'Id'>[]");
    expect(printType(branded, { ...scope, brands: 'strip' })).toBe('(string | number)[]');
  });
});

describe('hasForeignIndex', () => {
  const object = (index: TypeNode, optional?: true): ObjectNode => ({
    kind: 'object',
    properties: [{ name: 'a', type: { kind: 'string' }, ...(optional && { optional }) }],
    index,
  });

  it('knows what an index would refuse', () => {
    const both: TypeNode = { kind: 'union', of: [{ kind: 'string' }, { kind: 'undefined' }] };
    expect(hasForeignIndex(object({ kind: 'number' }), scope)).toBe(true);
    expect(hasForeignIndex(object({ kind: 'string' }, true), scope)).toBe(true);
    for (const fitting of [object({ kind: 'unknown' }), object({ kind: 'string' }), object(both, true)]) {
      expect(hasForeignIndex(fitting, scope)).toBe(false);
    }
  });
});

describe('printMembers', () => {
  it('says what is known of a property above it', () => {
    const type: TypeNode = { kind: 'number', minimum: 1, default: 2 };
    const members = printMembers({ kind: 'object', properties: [{ name: 'a-b', type, readonly: true }] }, scope);
    expect(members).toEqual(["/**\n * At least 1.\n * @default 2\n */\nreadonly 'a-b': number;"]);
  });
});

describe('membersOf', () => {
  it('takes unions apart, and names each member once', () => {
    const inner: TypeNode = { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] };
    expect(membersOf({ kind: 'union', of: [inner, { kind: 'string' }] }, scope)).toEqual(['string', 'null']);
  });
});
