import fc from 'fast-check';
import type { Contract, ProcedureContract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';

const typeNames = ['A', 'B', 'C'] as const;
const propertyNames = ['a', 'b', 'c', 'kind'] as const;

const bounds = (least: string, most: string) =>
  fc.record({ [least]: fc.integer({ min: 0, max: 3 }), [most]: fc.integer({ min: 3, max: 6 }) }, { requiredKeys: [] });

/** Types without others in them. */
export const scalarArbitrary: fc.Arbitrary<TypeNode> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<TypeNode>({ kind: 'string' }, { kind: 'number' }, { kind: 'boolean' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<TypeNode>(
      { kind: 'null' },
      { kind: 'undefined' },
      { kind: 'unknown' },
      { kind: 'any' },
      { kind: 'never' },
      { kind: 'hole', reason: 'It is a function.' },
      { kind: 'builtin', name: 'Date' },
      { kind: 'template', texts: ['id-', ''], types: [{ kind: 'string' }] },
      { kind: 'template', texts: ['id-', ''], types: [{ kind: 'number' }] },
    ),
  },
  bounds('minLength', 'maxLength').map((lengths): TypeNode => ({ kind: 'string', ...lengths })),
  fc.constantFrom('email', 'uuid').map((format): TypeNode => ({ kind: 'string', format })),
  fc
    .uniqueArray(fc.constantFrom('^a', 'b$', '^id-'), { minLength: 1 })
    .map((patterns): TypeNode => ({ kind: 'string', patterns })),
  bounds('minimum', 'maximum').map((limits): TypeNode => ({ kind: 'number', ...limits })),
  bounds('exclusiveMinimum', 'exclusiveMaximum').map(
    (limits): TypeNode => ({ kind: 'number', integer: true, ...limits }),
  ),
  fc.constantFrom(1, 2, 4, 0.5).map((multipleOf): TypeNode => ({ kind: 'number', multipleOf })),
  fc
    .record({ minimum: fc.constantFrom('0', '2'), maximum: fc.constantFrom('4', '9') }, { requiredKeys: [] })
    .map((limits): TypeNode => ({ kind: 'bigint', ...limits })),
  fc.constantFrom('1', '3').map((value): TypeNode => ({ kind: 'bigintLiteral', value })),
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('x', 'y', 'ab', 'id-1', 1, 2, 1.5, true, false)
      .map((value): TypeNode => ({ kind: 'literal', value })),
  },
  fc.uniqueArray(fc.constantFrom('x', 'y', 2), { minLength: 1 }).map(
    (values): TypeNode => ({
      kind: 'enum',
      members: values.map((value) => ({ name: `Member${value}`, value })),
    }),
  ),
);

/** Any type; `reference` nodes name `A`, `B` and `C`. */
export const typeNodeArbitrary: fc.Arbitrary<TypeNode> = fc.letrec<{ node: TypeNode; object: TypeNode }>((tie) => ({
  object: objectArbitrary(tie('node')),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: scalarArbitrary },
    { weight: 2, arbitrary: fc.constantFrom(...typeNames).map((name): TypeNode => ({ kind: 'reference', name })) },
    { weight: 5, arbitrary: tie('object') },
    {
      weight: 4,
      arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of): TypeNode => ({ kind: 'union', of })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('object'), { minLength: 1, maxLength: 2 })
        .map((of): TypeNode => ({ kind: 'intersection', of })),
    },
    { weight: 2, arbitrary: listArbitrary(tie('node')) },
    { weight: 1, arbitrary: tie('node').map((of): TypeNode => ({ kind: 'brand', name: 'Id', of })) },
    { weight: 1, arbitrary: builtinArbitrary(tie('node')) },
    { weight: 2, arbitrary: recordArbitrary(tie('node')) },
  ),
})).node;

function objectArbitrary(node: fc.Arbitrary<TypeNode>): fc.Arbitrary<TypeNode> {
  const property = fc.record(
    { name: fc.constantFrom(...propertyNames), type: node, optional: fc.constant(true as const) },
    { requiredKeys: ['name', 'type'] },
  );
  return fc
    .record(
      {
        properties: fc.uniqueArray(property, { selector: ({ name }) => name, maxLength: 3 }),
        index: fc.option(node, { freq: 6, nil: undefined }),
        strict: fc.option(fc.constant(true as const), { freq: 4, nil: undefined }),
      },
      { requiredKeys: ['properties'] },
    )
    .map(({ properties, index, strict }) => ({
      kind: 'object',
      properties,
      ...(index === undefined ? {} : { index }),
      ...(strict === undefined ? {} : { strict }),
    }));
}

function listArbitrary(node: fc.Arbitrary<TypeNode>): fc.Arbitrary<TypeNode> {
  const items = fc.record({ minItems: fc.constantFrom(0, 1), maxItems: fc.constantFrom(2, 3) }, { requiredKeys: [] });
  return fc.oneof(
    fc.tuple(node, items).map(([type, limits]): TypeNode => ({ kind: 'array', items: type, ...limits })),
    fc
      .tuple(fc.array(node, { maxLength: 2 }), fc.array(node, { maxLength: 1 }), fc.option(node, { nil: undefined }))
      .map(
        ([required, optional, rest]): TypeNode => ({
          kind: 'tuple',
          items: [
            ...required.map((type) => ({ type })),
            ...optional.map((type) => ({ type, optional: true as const })),
          ],
          ...(rest === undefined ? {} : { rest }),
        }),
      ),
  );
}

function builtinArbitrary(node: fc.Arbitrary<TypeNode>): fc.Arbitrary<TypeNode> {
  return fc.oneof(
    fc.constantFrom('Set', 'ReadonlySet').chain((name) => node.map((item) => ({ kind: 'builtin', name, of: [item] }))),
    fc.tuple(scalarArbitrary, node).map((of): TypeNode => ({ kind: 'builtin', name: 'Map', of })),
  ) as fc.Arbitrary<TypeNode>;
}

function recordArbitrary(value: fc.Arbitrary<TypeNode>): fc.Arbitrary<TypeNode> {
  const key = fc.constantFrom<TypeNode>(
    { kind: 'string' },
    { kind: 'string', patterns: ['^a'] },
    { kind: 'template', texts: ['id-', ''], types: [{ kind: 'string' }] },
    { kind: 'literal', value: 'a' },
    {
      kind: 'union',
      of: [
        { kind: 'literal', value: 'a' },
        { kind: 'literal', value: 'b' },
      ],
    },
  );
  return fc
    .record({ key, value, partial: fc.constant(true as const) }, { requiredKeys: ['key', 'value'] })
    .map((record) => ({ kind: 'record', ...record }));
}

const procedureArbitrary: fc.Arbitrary<ProcedureContract> = fc
  .record({
    kind: fc.constantFrom('query', 'mutation', 'subscription'),
    input: fc.oneof({ weight: 4, arbitrary: typeNodeArbitrary }, fc.constant<TypeNode>({ kind: 'void' })),
    output: fc.oneof({ weight: 4, arbitrary: typeNodeArbitrary }, fc.constant<TypeNode>({ kind: 'void' })),
  })
  .map((parts) => ({ ...parts, source: { input: 'both', output: 'both' } }));

/** A contract of up to three procedures `p0`, `p1`, `p2` over the types `A`, `B`, `C`, which may contain themselves. */
export const contractArbitrary: fc.Arbitrary<Contract> = fc
  .record({
    transformer: fc.constantFrom('none', 'superjson'),
    procedures: fc.array(procedureArbitrary, { minLength: 1, maxLength: 3 }),
    types: fc.record({ A: typeNodeArbitrary, B: typeNodeArbitrary, C: typeNodeArbitrary }),
  })
  .map(({ transformer, procedures, types }) => ({
    trunkline: 1,
    transformer,
    procedures: Object.fromEntries(procedures.map((procedure, index) => [`p${index}`, procedure])),
    types,
  }));
