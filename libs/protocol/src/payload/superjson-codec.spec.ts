import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SuperJSON } from 'superjson';
import { PayloadFailure } from './payload-failure.js';
import { createSuperjsonCodec } from './superjson-codec.js';
import { writeSuperjson } from './superjson-writer.js';

const runCount = Number(process.env['FUZZ_RUNS'] ?? 2_000);
const timeoutMs = 5_000 + runCount * 10;
const codec = createSuperjsonCodec(SuperJSON);
const foreignRealm = createContext();

describe('createSuperjsonCodec', () => {
  it(
    'writes what superjson writes, and reads it as superjson does, for any value',
    () => {
      let ownCount = 0;
      fc.assert(
        fc.property(anyValue(), (value) => {
          const expected = JSON.stringify(SuperJSON.serialize(value));
          const text = codec.encode(value);
          expect(text).toBe(expected);
          expectReadAlike(expected);
          if (writeSuperjson(value) !== undefined) ownCount++;
        }),
        { numRuns: runCount },
      );
      // The comparison means something only while the writer does most of the work.
      expect(ownCount).toBeGreaterThan(runCount / 2);
    },
    timeoutMs,
  );

  it('sends undefined in superjson form, and reads an absent member as undefined', () => {
    expect(codec.encode(undefined)).toBe('{"json":null,"meta":{"values":["undefined"],"v":1}}');
    expect(codec.decode(JSON.parse(String(codec.encode(undefined))))).toBeUndefined();
    expect(codec.decode(undefined)).toBeUndefined();
  });

  it('hands json without meta on, uncopied', () => {
    const wire = { json: { a: [1] } };
    expect(codec.decode(wire)).toBe(wire.json);
    expect(codec.decode({ json: null })).toBeNull();
  });

  it('restores dates of a wire value that was parsed in another realm', () => {
    const wire: unknown = runInContext('JSON.parse(text)', createContext({ text: codec.encode({ at: new Date(0) }) }));
    expect(codec.decode(wire)).toEqual({ at: new Date(0) });
  });

  it.each<[string, unknown, string]>([
    ['a text', 'x', 'expected {"json": …} as superjson writes it, not a string'],
    ['null', null, 'expected {"json": …} as superjson writes it, not null'],
    ['an array', [], 'expected {"json": …} as superjson writes it, not an array'],
    ['plain JSON', { a: 1 }, 'expected {"json": …} as superjson writes it, not an object without "json"'],
    [
      'a path to a prototype',
      { json: {}, meta: { values: { 'a.__proto__.b': ['Date'] } } },
      "what superjson's meta says cannot be done: __proto__ is not allowed in a path",
    ],
    [
      'an unknown type',
      { json: 1, meta: { values: ['constructor'] } },
      "what superjson's meta says cannot be done: transformation.untransform is not a function",
    ],
  ])('answers with a failure for %s', (_name, wire, message) => {
    const failure = codec.decode(wire);
    expect(failure).toBeInstanceOf(PayloadFailure);
    expect(failure).toHaveProperty('message', message);
  });

  it('survives annotations nested beyond the stack', () => {
    let values: unknown = ['Date'];
    for (let level = 0; level < 100_000; level++) values = { a: values };
    expect(codec.decode({ json: 1, meta: { values } })).toBeInstanceOf(PayloadFailure);
  });

  it('names the path of what cannot be encoded', () => {
    const selfish: { self?: unknown } = new (class Selfish {
      self?: unknown;
    })();
    selfish.self = selfish;
    expect(codec.encode({ rows: [JSON.parse('{"constructor":1}')] })).toEqual(
      new PayloadFailure(
        'rows[0].constructor',
        'superjson refuses the key "constructor", since it could change a prototype; rename it',
      ),
    );
    expect(codec.encode({ a: [selfish] })).toHaveProperty(
      'message',
      'a[0].self: it refers back to a[0], and JSON has no cycles',
    );
    expect(
      codec.encode({
        get a() {
          throw new Error('no rows');
        },
      }),
    ).toHaveProperty('message', 'a: reading it threw: no rows');
  });

  it('answers with a failure for a value too deep for the stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(codec.encode(deep)).toHaveProperty('reason', expect.stringContaining('nested too deeply'));
  });

  it('answers with a failure for an object that only looks like a date', () => {
    expect(codec.encode(Object.create(Date.prototype))).toBeInstanceOf(PayloadFailure);
  });

  it('carries cycles, which superjson can', () => {
    const cyclic: Record<string, unknown> = { name: 'a' };
    cyclic['self'] = cyclic;
    const text = codec.encode(cyclic);
    expect(text).toBe(SuperJSON.stringify(cyclic));
    expect(codec.decode(JSON.parse(String(text)))).toEqual(cyclic);
  });

  it('asks superjson about everything from the moment a custom transformer is registered', () => {
    const transformer = new SuperJSON();
    const late = createSuperjsonCodec(transformer);
    expect(late.encode({ a: 1 })).toBe('{"json":{"a":1}}');
    transformer.registerCustom(
      { isApplicable: (value): value is number => value === 1, serialize: () => 'one', deserialize: () => 1 },
      'one',
    );
    expect(late.encode({ a: 1 })).toBe('{"json":{"a":"one"},"meta":{"values":{"a":[["custom","one"]]},"v":1}}');
  });

  it('follows superjson with dedupe', () => {
    const transformer = new SuperJSON({ dedupe: true });
    const shared = { a: new Date(0) };
    const value = { x: shared, y: [shared] };
    expect(createSuperjsonCodec(transformer).encode(value)).toBe(transformer.stringify(value));
  });

  it('follows a transformer that is not superjson to the letter', () => {
    const other = createSuperjsonCodec({ serialize: (value) => [value], deserialize: (wire) => wire });
    expect(other.encode(1)).toBe('[1]');
  });

  it('follows a superjson of another version to the letter', () => {
    const transformer = new SuperJSON();
    const versionless = Object.create({
      constructor: SuperJSON,
      serialize: (value: unknown) => ({ ...transformer.serialize(value), version: 0 }),
      deserialize: (wire: unknown) => wire,
    });
    expect(createSuperjsonCodec(Object.assign(versionless, transformer)).encode(1)).toBe('{"json":1,"version":0}');
  });
});

function expectReadAlike(text: string): void {
  const read = codec.decode(JSON.parse(text));
  let readBySuperjson: unknown;
  try {
    readBySuperjson = SuperJSON.deserialize(JSON.parse(text));
  } catch {
    // superjson loses count in a map with NaN for a key, and then cannot read what it wrote itself.
    return;
  }
  expect(read).toEqual(readBySuperjson);
  // Written again, what is shared and what is merely equal must show as well.
  expect(SuperJSON.stringify(read)).toBe(SuperJSON.stringify(readBySuperjson));
}

/** Values of all kinds that superjson knows, and some that it does not, with objects that occur more than once. */
function anyValue(): fc.Arbitrary<unknown> {
  const { value } = fc.letrec<{ value: unknown; container: unknown }>((tie) => ({
    container: fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.tuple(anyKey(), tie('value')), { maxLength: 5 }).map(fromEntries) },
      { weight: 4, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
      { weight: 1, arbitrary: fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map(toMap) },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }).map(toSet) },
      { weight: 1, arbitrary: tie('value').map((each) => ({ first: each, again: [each], 'a.b': { 1: each } })) },
    ),
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      { weight: 60, arbitrary: anyLeaf() },
      { weight: 50, arbitrary: tie('container') },
      { weight: 3, arbitrary: anyOddity() },
    ),
  }));
  return value;
}

function anyKey(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'createdAt', 'json', 'meta', 'values', 'toString') },
    { weight: 3, arbitrary: fc.constantFrom('', '.', 'a.b', 'a\\', '\\.', '"', '\n', 'é', '😀', '\ud800') },
    { weight: 2, arbitrary: fc.constantFrom('0', '1', '10', '007', '-1', '1.5', '4294967294', '4294967295') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
}

function anyLeaf(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    { weight: 5, arbitrary: fc.constantFrom(true, false, null, undefined, '', 0, 1) },
    { weight: 2, arbitrary: fc.date({ noInvalidDate: false }) },
    { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double()) },
    { weight: 1, arbitrary: fc.constantFrom(Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
    { weight: 1, arbitrary: fc.bigInt({ min: -9n, max: 9n }) },
  );
}

function anyOddity(): fc.Arbitrary<unknown> {
  class Point {
    at = new Date(0);
  }
  return fc
    .constantFrom<(() => unknown)[]>(
      () => Symbol('s'),
      () => () => 1,
      () => /a.b/g,
      () => new Error('no', { cause: new Date(0) }),
      () => new URL('http://localhost/'),
      () => new Uint8Array([1, 2]),
      () => Object(1),
      () => new Point(),
      () => /(?<first>a)(c)?/.exec('ab'),
      () => Object.assign(Array(3), { 1: new Date(1) }),
      () => ({ toJSON: () => 'told' }),
      () => ({ [Symbol('hidden')]: new Date(0), seen: 1 }),
      () => Object.assign(Object.create(null), { at: new Date(2) }),
      () => ({
        get at() {
          return new Date(4);
        },
      }),
      () => new Proxy({ at: new Date(5) }, {}),
      () => runInContext('({ at: new Date(6), list: [undefined] })', foreignRealm),
    )
    .map((make) => make());
}

function fromEntries(entries: [string, unknown][]): unknown {
  return Object.fromEntries(entries);
}

function toMap(entries: [unknown, unknown][]): unknown {
  return new Map(entries);
}

function toSet(items: unknown[]): unknown {
  return new Set(items);
}
