import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SuperJSON } from 'superjson';
import { readSuperjson } from './superjson-reader.js';

const runCount = Number(process.env['FUZZ_RUNS'] ?? 2_000);

function read(json: unknown, values: unknown, v: unknown = 1): unknown {
  return readSuperjson(SuperJSON, json, { values, v });
}

describe('readSuperjson', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['numbers that JSON does not have', [Number.NaN, -0, Number.NEGATIVE_INFINITY]],
    ['a bigint', 2n ** 70n],
    ['nested maps and sets', new Map([[new Date(0), { 'a.b\\': new Set([undefined, 1n]) }]])],
    ['a regular expression', /a.b/g],
    ['a URL', new URL('http://localhost/')],
    ['an error with a cause', new Error('no', { cause: new Date(0) })],
    ['a typed array', new Float32Array([1, 2])],
  ])('restores %s', (_name, value) => {
    const { json, meta } = SuperJSON.serialize({ value });
    expect(readSuperjson(SuperJSON, json, meta)).toStrictEqual({ value });
  });

  it('restores what was registered on the superjson it is given', () => {
    class Point {
      x = 1;
    }
    const transformer = new SuperJSON();
    transformer.registerClass(Point);
    const { json, meta } = transformer.serialize([new Point()]);
    expect(readSuperjson(transformer, json, meta)).toStrictEqual([new Point()]);
  });

  it('reads the paths of a superjson that did not escape backslashes yet', () => {
    expect(read({ 'a\\b': '5' }, { 'a\\b': ['bigint'] }, 0)).toEqual({ 'a\\b': 5n });
  });

  it('changes the value in place', () => {
    const json = { at: '1970-01-01T00:00:00.000Z' };
    expect(read(json, { at: ['Date'] })).toBe(json);
  });

  it.each<[string, unknown]>([
    ['no object', 5],
    ['an empty one', {}],
    ['one with nothing to do', { values: null, referentialEqualities: 0, v: 1 }],
  ])('leaves the value alone when meta is %s', (_name, meta) => {
    const json = { a: 1 };
    expect(readSuperjson(SuperJSON, json, meta)).toBe(json);
  });

  it.each<[string, unknown, unknown]>([
    ['a length in the place of a typed array', 4e9, [['typed-array', 'Uint8Array']]],
    ['an object that claims a length', { length: 4e9 }, [['typed-array', 'Uint8Array']]],
    ['an index beyond the end', { list: [1] }, { 'list.4000000000': ['undefined'] }],
    ['the length of an array', { list: [1] }, { 'list.length': ['number'] }],
    ['a member that is not there', {}, { toString: ['Date'] }],
    ['a member of a text', { a: 'xyz' }, { 'a.0': ['Date'] }],
    ['a path through what is restored already', { m: [['k', 1]] }, { m: ['map'], 'm.0': ['set'] }],
    ['an unknown type', 1, ['toString']],
    ['an unknown typed array', [1], [['typed-array', 'constructor.constructor']]],
    ['a map that is no list', 1, ['map']],
    ['annotations that are a text', 1, 'xyz'],
    ['members that are a list', [1], [['set'], [['Date']]]],
  ])('refuses %s', (_name, json, values) => {
    expect(() => read(json, values)).toThrow(Error);
  });

  it(
    'makes a value or throws an error, and never touches a prototype, for any wire value',
    () => {
      const names = Object.getOwnPropertyNames(Object.prototype);
      let readCount = 0;
      fc.assert(
        fc.property(hostileJson(), hostileMeta(), (json, meta) => {
          try {
            readSuperjson(SuperJSON, structuredCopy(json), meta);
            readCount++;
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Error);
          }
          expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
        }),
        { numRuns: runCount },
      );
      // Were everything refused, the values that mean harm would never have been tried.
      expect(readCount).toBeGreaterThan(runCount / 20);
    },
    5_000 + runCount * 10,
  );
});

function hostileJson(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown[]>({ a: { a: [1, 'x', null], 0: { length: 4e9 } } }, [['a', 1]], '["a"]', 4e9),
  );
}

/** Annotations that fit, do not fit, or mean harm. */
function hostileMeta(): fc.Arbitrary<unknown> {
  const segment = fc.constantFrom(
    'a',
    '0',
    '1',
    '',
    '__proto__',
    'constructor',
    'toString',
    '\\',
    'length',
    '4000000000',
  );
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('.'));
  const type = fc.oneof(
    fc.constantFrom('Date', 'undefined', 'bigint', 'number', 'map', 'set', 'regexp', 'URL', 'Error'),
    fc.constantFrom('toString', 'constructor', '__proto__', 1, null),
    fc.constantFrom(['class', 'x'], ['custom', '__proto__'], ['symbol', 'x'], ['typed-array', 'Uint8Array']),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      type.map((each) => [each]),
      fc.tuple(type, fc.dictionary(path, tie('tree'), { maxKeys: 3 })),
      fc.dictionary(path, tie('tree'), { maxKeys: 3 }),
    ),
  }));
  const equalities = fc.dictionary(path, fc.array(path, { maxLength: 2 }), { maxKeys: 2 });
  return fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        values: fc.oneof(tree, fc.jsonValue()),
        referentialEqualities: fc.oneof(equalities, fc.tuple(fc.array(path), equalities), fc.jsonValue()),
        v: fc.constantFrom(0, 1, 'x'),
      },
      { requiredKeys: [] },
    ),
  );
}

/** The reader changes its argument, and fast-check reports it. */
function structuredCopy(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
