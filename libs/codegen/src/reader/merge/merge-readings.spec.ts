import { describe, expect, it } from '@jest/globals';
import type { ProcedureContract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import type { CompilerReading, SchemaReading } from '../reading.js';
import { mergeReadings } from './merge-readings.js';

const hole: TypeNode = { kind: 'hole', reason: 'the procedure has no output schema' };
const user: TypeNode = { kind: 'object', properties: [{ name: 'seenAt', type: { kind: 'builtin', name: 'Date' } }] };

function merged(schema: TypeNode, compiler: TypeNode, types: Partial<Pair> = {}): TypeNode {
  return procedureOf(schema, compiler, types).input;
}

interface Pair {
  readonly schema: Readonly<Record<string, TypeNode>>;
  readonly compiler: Readonly<Record<string, TypeNode>>;
}

function procedureOf(schema: TypeNode, compiler: TypeNode, types: Partial<Pair> = {}): ProcedureContract {
  const { procedures } = mergeReadings(...readings(schema, compiler, types));
  const { one } = procedures;
  if (one === undefined) throw new Error('The procedure is gone.');
  return one;
}

function readings(input: TypeNode, compiler: TypeNode, types: Partial<Pair> = {}): [SchemaReading, CompilerReading] {
  return [
    {
      transformer: 'superjson',
      procedures: { one: { kind: 'query', input, output: hole } },
      types: types.schema ?? {},
    },
    {
      hasTransformer: true,
      procedures: { one: { kind: 'query', input: compiler, output: { kind: 'boolean' } } },
      types: types.compiler ?? {},
    },
  ];
}

const text: TypeNode = { kind: 'string', maxLength: 20, doc: 'A name.' };

describe('mergeReadings', () => {
  it.each<[string, TypeNode, TypeNode, TypeNode]>([
    ['keeps the bounds of a schema', text, { kind: 'string' }, text],
    [
      'fills a hole with what the compiler sees, and keeps what is said of it',
      { ...hole, doc: 'When.' },
      { kind: 'builtin', name: 'Date' },
      { kind: 'builtin', name: 'Date', doc: 'When.' },
    ],
    [
      'puts a brand around what the schema says',
      text,
      { kind: 'brand', name: 'UserId', of: { kind: 'string' } },
      { kind: 'brand', name: 'UserId', of: { kind: 'string', maxLength: 20 }, doc: 'A name.' },
    ],
    [
      'follows the compiler in what may be left out, and the schema in the order',
      {
        kind: 'object',
        properties: [
          { name: 'b', type: text },
          { name: 'a', type: { kind: 'number' }, optional: true },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'a', type: { kind: 'number' } },
          { name: 'b', type: { kind: 'string' }, optional: true },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'b', type: text, optional: true },
          { name: 'a', type: { kind: 'number' } },
        ],
      },
    ],
    [
      'takes the form that the compiler sees where the two differ',
      { kind: 'string', format: 'template', doc: 'A price.' },
      { kind: 'template', texts: ['', ' EUR'], types: [{ kind: 'number' }] },
      { kind: 'template', texts: ['', ' EUR'], types: [{ kind: 'number' }], doc: 'A price.' },
    ],
    [
      'keeps the order and bounds of a union',
      { kind: 'union', of: [{ kind: 'number', integer: true }, text, { kind: 'null' }] },
      { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }, { kind: 'null' }] },
      { kind: 'union', of: [{ kind: 'number', integer: true }, text, { kind: 'null' }] },
    ],
    [
      'takes a union from the compiler when its members are others',
      { kind: 'union', of: [{ kind: 'number' }, { kind: 'null' }] },
      { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] },
      { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] },
    ],
    [
      'flattens what two schemas in a row say',
      {
        kind: 'intersection',
        of: [
          { kind: 'object', properties: [{ name: 'a', type: text }] },
          { kind: 'object', properties: [{ name: 'b', type: { kind: 'number', minimum: 1 } }] },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'a', type: { kind: 'string' } },
          { name: 'b', type: { kind: 'number' } },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'a', type: text },
          { name: 'b', type: { kind: 'number', minimum: 1 } },
        ],
      },
    ],
    [
      'keeps a record whose keys the compiler has spelled out',
      { kind: 'record', key: { kind: 'enum', members: [{ name: 'a', value: 'a' }] }, value: text },
      { kind: 'object', properties: [{ name: 'a', type: { kind: 'string' } }] },
      { kind: 'record', key: { kind: 'enum', members: [{ name: 'a', value: 'a' }] }, value: text },
    ],
  ])('%s', (_behaviour, schema, compiler, expected) => {
    expect(merged(schema, compiler)).toEqual(expected);
  });

  it('says from where each side was read', () => {
    expect(procedureOf(text, { kind: 'string' }).source).toEqual({ input: 'schema', output: 'compiler' });
    expect(procedureOf(text, { kind: 'brand', name: 'Id', of: { kind: 'string' } }).source.input).toBe('both');
  });

  it('keeps the name that the application gave a type, and takes the type along', () => {
    const [schema, compiler] = readings(
      hole,
      { kind: 'array', items: { kind: 'reference', name: 'User' } },
      { compiler: { User: user, Unused: { kind: 'string' } } },
    );
    const { procedures, types } = mergeReadings(schema, compiler);
    expect(procedures['one']?.input).toEqual({ kind: 'array', items: { kind: 'reference', name: 'User' } });
    expect(types).toEqual({ User: user });
  });

  it('gives a type of the compiler another name where a schema has taken it for something else', () => {
    const [schema, compiler] = readings(
      {
        kind: 'object',
        properties: [
          { name: 'a', type: { kind: 'reference', name: 'User' } },
          { name: 'b', type: hole },
        ],
      },
      {
        kind: 'object',
        properties: [
          { name: 'a', type: { kind: 'string' } },
          { name: 'b', type: { kind: 'reference', name: 'User' } },
        ],
      },
      { schema: { User: text }, compiler: { User: user } },
    );
    expect(mergeReadings(schema, compiler).types).toEqual({ User: text, User2: user });
  });

  it('ends at types that reach themselves, on both sides', () => {
    const tree = (child: TypeNode): TypeNode => ({
      kind: 'object',
      properties: [
        { name: 'id', type: child },
        { name: 'next', type: { kind: 'reference', name: 'Tree' }, optional: true },
      ],
    });
    const reference: TypeNode = { kind: 'reference', name: 'Tree' };
    const [schema, compiler] = readings(reference, reference, {
      schema: { Tree: tree(hole) },
      compiler: { Tree: tree({ kind: 'bigint' }) },
    });
    const contract = mergeReadings(schema, compiler);
    expect(contract.procedures['one']?.input).toEqual(reference);
    expect(contract.types).toEqual({ Tree: tree({ kind: 'bigint' }) });
  });

  it('says of outputs what JSON makes of them where there is no transformer, under names that inputs leave', () => {
    const day: TypeNode = { kind: 'builtin', name: 'Date' };
    const reading = (input: TypeNode): CompilerReading => ({
      hasTransformer: false,
      procedures: { one: { kind: 'query', input, output: { kind: 'reference', name: 'Day' } } },
      types: { Day: day },
    });
    const written: TypeNode = { kind: 'string', format: 'date-time' };
    expect(mergeReadings(undefined, reading({ kind: 'void' })).types).toEqual({ Day: written });
    expect(mergeReadings(undefined, reading({ kind: 'reference', name: 'Day' })).types).toEqual({
      Day: day,
      DayJson: written,
    });
  });

  it('makes a contract of either reading alone', () => {
    const [schema, compiler] = readings(text, { kind: 'string' });
    expect(mergeReadings(schema, undefined).procedures['one']).toMatchObject({ input: text, output: hole });
    expect(mergeReadings(undefined, compiler).procedures['one']).toMatchObject({ input: { kind: 'string' } });
    expect(() => mergeReadings(undefined, undefined)).toThrow(TypeError);
  });
});
