import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SuperJSON } from 'superjson';
import { childrenOf, mapChildren } from '../contract/children.js';
import type { Contract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';
import { mayBeUndefined } from '../reader/merge/undefined-members.js';
import { accepts } from '../testing/accepts.js';
import { appRouter } from '../testing/sample/app-router.js';
import { Place } from '../testing/sample/custom.js';
import { Amount } from '../testing/sample/edges.js';
import { deliberateDifferences } from './deliberate-differences.spec-support.js';
import { SampleProject } from './sample-project.spec-support.js';

const MINUTE_MS = 60_000;

const UUID = '00000000-0000-4000-8000-000000000000';

/** Inputs of procedures that cannot do without. */
const INPUTS: Readonly<Record<string, unknown>> = {
  'brands.branded': [UUID],
  'brands.byId': { id: UUID },
  'brands.objects': { x: 1 },
  'builtins.bytes': new Uint8Array([1, 2]),
  'builtins.dates': { since: new Date(0) },
  'builtins.maps': new Map([['a', { count: 1 }]]),
  'builtins.sets': new Set(['a']),
  'builtins.urls': new URL('https://example.com/'),
  'custom.anything': [undefined, { a: undefined, b: 1n }],
  'edges.named': { first: null, third: 'none' },
  'edges.partOfEnum': 'guest',
  'enums.real': { role: 'admin' },
  'generics.orders': {},
  'inferred.maybe': true,
  'inferred.user': 'a',
  'literals.big': 7n,
  'mutations.remove': { ids: ['a'] },
  'objects.intersected': { id: 'a', name: 'b' },
  'primitives.bigints': { any: 1n, small: 1n, wide: 1n, unsigned: 1n },
  'recursion.anyJson': [1, { a: null }],
  'recursion.json': { a: [1, null] },
  'reports.yearly': { year: 2000 },
  'tuples.optional': ['a'],
  'unions.flow': false,
};

/** What a client is given where a procedure gives a value. */
const TRAVELS = {
  superjson: (value: unknown): unknown => SuperJSON.parse(SuperJSON.stringify(value)),
  none: (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value))),
} as const;

// oxlint-disable-next-line typescript/no-deprecated -- The router is not ours to make a caller with.
const caller: unknown = appRouter.createCaller({ userId: null });

function call(path: string): unknown {
  const procedure = path.split('.').reduce((record, key): unknown => Reflect.get(Object(record), key), caller);
  if (typeof procedure !== 'function') throw new TypeError(`${path} is no procedure.`);
  return Reflect.apply(procedure, undefined, [INPUTS[path]]);
}

describe.each(['superjson', 'none'] as const)('what the sample gives, with transformer %s', (transformer) => {
  const project = new SampleProject({ transformer, isExact: true });
  const differences = deliberateDifferences(project.settings).filter(({ side }) => side === 'output');
  let contract: Contract;

  beforeAll(async () => {
    contract = await project.read();
  }, MINUTE_MS);

  afterAll(() => project.remove());

  it('is of the types that are generated, wherever those are said to differ or nothing is asked', async () => {
    const types = Object.fromEntries(Object.entries(contract.types).map(([name, node]) => [name, loosened(node)]));
    const judgement = { types, isInput: false, undefinedIsMissing: false };
    const resolve = (name: string): TypeNode | undefined => contract.types[name];
    const unlike: string[] = [];
    const given = new Set<string>();
    for (const [path, { kind, input, output }] of Object.entries(contract.procedures)) {
      if (kind === 'subscription' || path === 'nothing.never') continue;
      if (!Object.hasOwn(INPUTS, path) && !mayBeUndefined(input, resolve)) continue;
      // oxlint-disable-next-line no-await-in-loop -- One after the other, so that a failure is of the one that is named.
      const travelled = outcomeOf(TRAVELS[transformer], await call(path));
      given.add(path);
      const isRefused = travelled.failure !== undefined && holdsHole(output);
      if (!isRefused && !accepts(loosened(output), travelled.value, judgement)) unlike.push(path);
    }
    expect(unlike).toEqual([]);
    const untried = differences.filter(({ path }) => !given.has(path)).map(({ path }) => path);
    expect(untried.filter((path) => contract.procedures[path]?.kind !== 'subscription')).toEqual([]);
    expect(given.size).toBeGreaterThan(75);
  });
});

describe('what deliberate differences say', () => {
  it.each([
    ['writes {} for a map', new Map([['a', 1]]), '{}'],
    ['writes {} for a set', new Set(['a']), '{}'],
    ['writes {} for a pattern', /a/u, '{}'],
    ['writes {} for an error', new Error('a'), '{}'],
    ['writes bytes by their index', new Uint8Array([5, 6]), '{"0":5,"1":6}'],
    ['writes an address as text', new URL('https://example.com/'), '"https://example.com/"'],
    ['writes null for undefined in a list', ['a', undefined], '["a",null]'],
    ['keeps the places of a tuple', [8.6, 50.1], '[8.6,50.1]'],
    ['leaves undefined values out', { a: undefined, b: 1 }, '{"b":1}'],
    ['leaves out methods, and what a prototype works out', new Place('a'), '{"name":"a"}'],
    ['writes what an object writes itself as', new Amount('1.20'), '"1.20"'],
    ['writes nothing for nothing', undefined, undefined],
  ])('is so of JSON.stringify: it %s', (_behaviour, value, text) => {
    expect(JSON.stringify(value)).toBe(text);
  });

  it('is so of bigints: JSON.stringify throws', () => {
    expect(() => JSON.stringify({ sum: 1n })).toThrow(TypeError);
  });

  it('is so of superjson, which knows no classes unless they are registered', () => {
    expect(TRAVELS.superjson({ place: new Place('a'), amount: new Amount('1.20') })).toEqual({
      place: { name: 'a' },
      amount: '1.20',
    });
  });

  it('is so of Buffer, which superjson writes as what it cannot read', () => {
    const text = SuperJSON.stringify(Buffer.from('a'));
    expect(() => SuperJSON.parse(text)).toThrow('unknown typed array');
  });
});

/** What a value becomes, or why it becomes nothing. */
function outcomeOf(travel: (value: unknown) => unknown, value: unknown): { value?: unknown; failure?: unknown } {
  try {
    return { value: travel(value) };
  } catch (failure) {
    return { failure };
  }
}

function holdsHole(node: TypeNode): boolean {
  return node.kind === 'hole' || childrenOf(node).some(holdsHole);
}

/** A type by what is looked at here: texts are texts, and of the language's objects those that can be looked into. */
function loosened(node: TypeNode): TypeNode {
  switch (node.kind) {
    case 'string':
    case 'template':
      return { kind: 'string' };
    case 'builtin':
      if (!['Date', 'Map', 'ReadonlyMap', 'Set', 'ReadonlySet'].includes(node.name)) return { kind: 'unknown' };
      return mapChildren(node, loosened);
    default:
      return mapChildren(node, loosened);
  }
}
