import type { Contract, ProcedureContract } from '../contract/contract.js';
import type { PropertyNode, TypeNode } from '../contract/type-node.js';

/** A property that must be there. */
function property(name: string, type: TypeNode): PropertyNode {
  return { name, type };
}

/** A property that may be left out. */
function optional(name: string, type: TypeNode): PropertyNode {
  return { name, type, optional: true };
}

function object(...properties: PropertyNode[]): TypeNode {
  return { kind: 'object', properties };
}

function union(...of: TypeNode[]): TypeNode {
  return { kind: 'union', of };
}

function reference(name: string): TypeNode {
  return { kind: 'reference', name };
}

function literal(value: string | number | boolean): TypeNode {
  return { kind: 'literal', value };
}

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const nothing: TypeNode = { kind: 'undefined' };
const nobody: TypeNode = { kind: 'void' };
const date: TypeNode = { kind: 'builtin', name: 'Date' };

const source = { input: 'both', output: 'both' } as const;

const types: Readonly<Record<string, TypeNode>> = {
  Order: {
    kind: 'object',
    doc: 'What a customer wants.\n\nIt ends with */ or without.',
    properties: [
      property('id', { kind: 'brand', name: 'OrderId', of: { kind: 'string', format: 'uuid' } }),
      property('state', reference('OrderState')),
      property('lines', { kind: 'array', items: reference('OrderLine'), minItems: 1, maxItems: 50 }),
      property('placedAt', date),
      optional('note', union({ kind: 'string', maxLength: 200, doc: 'For the driver.' }, nothing)),
      { name: 'total', type: { kind: 'bigint', minimum: '0' }, readonly: true },
      property('content-type', literal('order')),
    ],
  },
  OrderLine: object(
    property('product', text),
    property('count', { kind: 'number', integer: true, minimum: 1, maximum: 99, default: 1 }),
    optional('price', { kind: 'number', exclusiveMinimum: 0, multipleOf: 0.01, deprecated: 'Use total.' }),
  ),
  OrderState: {
    kind: 'enum',
    doc: 'Where it is.',
    members: [
      { name: 'Open', value: 'open', doc: 'Not sent yet.' },
      { name: 'Sent', value: 'sent' },
      { name: 'in-between', value: 3 },
    ],
  },
  // A type of the server that is called like one of the language.
  Map: object(property('zoom', number)),
  'acme.customer-name': { kind: 'string', minLength: 1, patterns: ['^[^*/]+$'] },
  Json: union(
    text,
    number,
    { kind: 'boolean' },
    { kind: 'null' },
    { kind: 'array', items: reference('Json') },
    { kind: 'record', key: text, value: reference('Json') },
  ),
  Category: object(property('name', text), property('below', { kind: 'array', items: reference('Category') })),
  Shape: {
    kind: 'union',
    discriminator: 'kind',
    of: [
      object(property('kind', literal('circle')), property('radius', number)),
      object(property('kind', literal('square')), property('side', number)),
      object(
        property('kind', literal("it's")),
        property('points', {
          kind: 'array',
          items: {
            kind: 'tuple',
            items: [
              { type: number, name: 'x' },
              { type: number, name: 'y' },
            ],
          },
        }),
      ),
    ],
  },
};

const everyKind: TypeNode = object(
  property('any', { kind: 'any' }),
  property('unknown', { kind: 'unknown' }),
  property('hole', { kind: 'hole', reason: 'a function cannot travel' }),
  property('never', { kind: 'array', items: { kind: 'never' } }),
  property('symbol', union({ kind: 'symbol' }, { kind: 'null' })),
  property('truth', literal(true)),
  property('minusOne', literal(-1)),
  property('big', { kind: 'bigintLiteral', value: '-5' }),
  property('template', {
    kind: 'template',
    texts: ['v`$', '.', ''],
    types: [number, union(literal('a'), literal('b'))],
  }),
  property('readonlyArray', { kind: 'array', readonly: true, items: union(text, number) }),
  property('tuple', {
    kind: 'tuple',
    items: [{ type: text }, { type: union(number, nothing), optional: true }],
    rest: date,
  }),
  property('named', {
    kind: 'tuple',
    readonly: true,
    items: [
      { type: text, name: 'from' },
      { type: number, name: 'to', optional: true },
    ],
  }),
  property('open', { kind: 'object', properties: [property('a', number)], index: { kind: 'unknown' } }),
  property('catchall', { kind: 'object', properties: [property('at', date)], index: number }),
  property('byState', { kind: 'record', key: reference('OrderState'), value: number }),
  property('some', { kind: 'record', key: union(literal('x'), literal('y')), value: text, partial: true }),
  property('byNumber', { kind: 'record', key: number, value: text }),
  property('byTemplate', { kind: 'record', key: { kind: 'template', texts: ['x-', ''], types: [text] }, value: text }),
  property('both', {
    kind: 'intersection',
    of: [object(property('a', text)), union(object(property('b', text)), object(property('c', text)))],
  }),
  property('inlineEnum', {
    kind: 'array',
    items: {
      kind: 'enum',
      members: [
        { name: 'A', value: 'a' },
        { name: 'B', value: 'b' },
      ],
    },
  }),
  property('map', { kind: 'builtin', name: 'Map', of: [text, reference('Map')] }),
  property('readonlyMap', { kind: 'builtin', name: 'ReadonlyMap', of: [number, date] }),
  property('set', { kind: 'builtin', name: 'Set', of: [text] }),
  property('readonlySet', { kind: 'builtin', name: 'ReadonlySet', of: [reference('OrderState')] }),
  property('url', { kind: 'builtin', name: 'URL' }),
  property('regExp', { kind: 'builtin', name: 'RegExp' }),
  property('error', { kind: 'builtin', name: 'Error' }),
  property('bytes', { kind: 'builtin', name: 'Uint8Array' }),
  property('class', literal('a reserved word')),
  property('', text),
  property('__proto__', text),
  property('customer', reference('acme.customer-name')),
  property('shape', reference('Shape')),
  property('json', reference('Json')),
);

const procedures: Readonly<Record<string, ProcedureContract>> = {
  'orders.byId': {
    kind: 'query',
    doc: 'One order.',
    input: object(property('id', { kind: 'brand', name: 'OrderId', of: text })),
    output: reference('Order'),
    errors: { NOT_FOUND: 'There is no such order.' },
    source,
  },
  'orders.list': {
    kind: 'query',
    input: union(
      object(
        optional('limit', union({ kind: 'number', integer: true, minimum: 1, maximum: 100, default: 20 }, nothing)),
      ),
      nobody,
    ),
    output: object(
      property('items', { kind: 'array', items: reference('Order') }),
      property('next', union(text, { kind: 'null' })),
    ),
    source,
  },
  'orders.place': {
    kind: 'mutation',
    input: object(property('lines', { kind: 'array', items: reference('OrderLine') })),
    output: reference('Order'),
    errors: { OUT_OF_STOCK: 'A product is not there.', CONFLICT: 'It was placed before.' },
    source,
  },
  'orders.clear': { kind: 'mutation', deprecated: 'Use orders.place.', input: nobody, output: nobody, source },
  'orders.changes': {
    kind: 'subscription',
    tracked: true,
    input: union(object(optional('lastEventId', union(text, nothing))), nobody),
    output: object(property('id', text), property('data', reference('Order'))),
    source,
  },
  count: { kind: 'subscription', input: object(property('to', number)), output: number, source },
  everyKind: { kind: 'query', input: everyKind, output: everyKind, source },
  tree: { kind: 'query', input: reference('Category'), output: union(reference('Category'), { kind: 'null' }), source },
  // Names that meet: both inputs would be `AdminUserInput`.
  'admin.user': { kind: 'query', input: text, output: text, source },
  adminUser: { kind: 'query', input: number, output: number, source },
  'odd-names.class': { kind: 'query', input: nobody, output: text, source },
};

/** A contract with every kind of node, hand-made, with superjson. */
export const sampleContract: Contract = {
  trunkline: 1,
  transformer: 'superjson',
  procedures,
  types,
  errorData: object(property('code', text), property('httpStatus', number), optional('left', union(number, nothing))),
};
