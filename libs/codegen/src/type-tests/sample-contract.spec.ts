import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printContract } from '../contract/canonical.js';
import { childrenOf } from '../contract/children.js';
import type { Contract } from '../contract/contract.js';
import type { TypeNode } from '../contract/type-node.js';
import { mergeReadings } from '../reader/merge/merge-readings.js';
import type { SchemaReading } from '../reader/reading.js';
import { SampleProject } from './sample-project.spec-support.js';

const MINUTE_MS = 60_000;

const project = new SampleProject({ transformer: 'superjson', isExact: true });

let schemas: SchemaReading;
let contract: Contract;

beforeAll(async () => {
  schemas = await project.readSchemas();
  contract = mergeReadings(schemas, await project.readTypes());
}, MINUTE_MS);

afterAll(() => project.remove());

describe('the contract of the sample', () => {
  it(
    'is the same in the next run, and from either compiler',
    async () => {
      expect(printContract(await project.read('classic'))).toBe(printContract(contract));
    },
    MINUTE_MS,
  );

  it('has all that the schemas say, wherever the type comes from', () => {
    const lost = Object.entries(schemas.procedures).flatMap(([path, procedure]) =>
      (['input', 'output'] as const).flatMap((side) => {
        const kept = sayingsOf(contract.procedures[path]?.[side] ?? { kind: 'never' }, contract.types);
        const said = sayingsOf(procedure[side], schemas.types);
        return [...said]
          .filter(([saying, count]) => (kept.get(saying) ?? 0) < count)
          .map(([saying]) => `${path} ${side} ${saying}`);
      }),
    );
    // A type in a template has no bounds that TypeScript knows.
    expect(lost).toEqual(['literals.template input integer true']);
  });

  it('puts two inputs of a procedure together', () => {
    expect(contract.procedures['objects.inputTwice']).toEqual({
      kind: 'query',
      input: {
        kind: 'object',
        properties: [
          { name: 'organisationId', type: { kind: 'string', format: 'uuid' } },
          { name: 'memberId', type: { kind: 'string' } },
          {
            name: 'limit',
            type: {
              kind: 'union',
              of: [{ kind: 'number', integer: true, maximum: 100 }, { kind: 'undefined' }],
              default: 10,
            },
            optional: true,
          },
        ],
      },
      output: {
        kind: 'object',
        properties: [
          { name: 'key', type: { kind: 'string' } },
          { name: 'limit', type: { kind: 'number' } },
        ],
      },
      source: { input: 'both', output: 'compiler' },
    });
  });

  it('has the names of enums and brands beside what schemas say', () => {
    expect(contract.procedures['enums.real']?.input).toEqual({
      kind: 'object',
      properties: [
        { name: 'role', type: { kind: 'reference', name: 'Role' } },
        {
          name: 'level',
          type: { kind: 'union', of: [{ kind: 'reference', name: 'Level' }, { kind: 'undefined' }], default: 0 },
          optional: true,
        },
      ],
    });
    expect(contract.procedures['brands.byId']?.output).toEqual({
      kind: 'object',
      properties: [
        { name: 'id', type: { kind: 'brand', name: 'UserId', of: { kind: 'string', format: 'uuid' } } },
        { name: 'paid', type: { kind: 'brand', name: 'Euro', of: { kind: 'number', minimum: 0 } } },
      ],
    });
  });

  it('names what schemas name, in their order, and tells members of unions apart', () => {
    expect(contract.procedures['unions.discriminated']?.input).toMatchObject({
      kind: 'union',
      discriminator: 'method',
      of: [{ kind: 'reference', name: 'CardPayment' }, { kind: 'object' }, { kind: 'object' }],
    });
    expect(contract.types['CardPayment']).toEqual({
      kind: 'object',
      properties: [
        { name: 'method', type: { kind: 'literal', value: 'card' } },
        { name: 'last4', type: { kind: 'string', minLength: 4, maxLength: 4 } },
      ],
    });
  });

  it('says of a subscription what an event is, and what its meta says', () => {
    expect(contract.procedures['streams.tracked']).toEqual({
      kind: 'subscription',
      tracked: true,
      input: {
        kind: 'union',
        of: [
          {
            kind: 'object',
            properties: [
              {
                name: 'lastEventId',
                type: { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }, { kind: 'undefined' }] },
                optional: true,
              },
            ],
          },
          { kind: 'undefined' },
          { kind: 'void' },
        ],
      },
      output: {
        kind: 'object',
        properties: [
          { name: 'id', type: { kind: 'string' } },
          {
            name: 'data',
            type: {
              kind: 'object',
              properties: [
                { name: 'order', type: { kind: 'string' } },
                { name: 'at', type: { kind: 'builtin', name: 'Date' } },
              ],
            },
          },
        ],
      },
      meta: { trunkline: { subscription: { overflow: 'latest' } } },
      source: { input: 'schema', output: 'compiler' },
    });
  });
});

/** What is said of a type and of all that it reaches beside its form, and how often. */
function sayingsOf(root: TypeNode, types: Readonly<Record<string, TypeNode>>): ReadonlyMap<string, number> {
  const sayings = new Map<string, number>();
  const met = new Set<string>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [name, value] of Object.entries(node)) {
      const saying = `${name} ${JSON.stringify(value)}`;
      if (SAID.has(name)) sayings.set(saying, (sayings.get(saying) ?? 0) + 1);
    }
    waiting.push(...childrenOf(node));
    const target = node.kind === 'reference' && !met.has(node.name) ? types[node.name] : undefined;
    if (node.kind === 'reference') met.add(node.name);
    if (target !== undefined) waiting.push(target);
  }
  return sayings;
}

const SAID: ReadonlySet<string> = new Set(
  `doc deprecated default discriminator strict format patterns integer multipleOf minLength maxLength minItems maxItems
  minimum maximum exclusiveMinimum exclusiveMaximum`.split(/\s+/u),
);
