import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { SuperJSON } from 'superjson';
import { writeSuperjson } from './superjson-writer.js';

const shared = { a: 1 };
const sharedArray: unknown[] = [];
const sharedDate = new Date(3);

function foreign(code: string): unknown {
  return runInContext(code, createContext());
}

describe('writeSuperjson', () => {
  it('writes plain JSON without meta', () => {
    expect(writeSuperjson({ a: [1, 'b', null, { c: true }] })).toBe('{"json":{"a":[1,"b",null,{"c":true}]}}');
  });

  it('writes paths as superjson does', () => {
    const value = { 'a.b': [new Date(0)], 'c\\d': { '': undefined, 'quote"\n': 1n } };
    expect(writeSuperjson(value)).toBe(
      '{"json":{"a.b":["1970-01-01T00:00:00.000Z"],"c\\\\d":{"":null,"quote\\"\\n":"1"}},"meta":{"values":' +
        '{"a\\\\.b.0":["Date"],"c\\\\\\\\d.":["undefined"],"c\\\\\\\\d.quote\\"\\n":["bigint"]},"v":1}}',
    );
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a date', new Date(0)],
    ['an invalid date', [new Date(Number.NaN)]],
    ['numbers that JSON does not have', [Number.NaN, -0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ['bigints', { a: 1n, b: -(2n ** 70n) }],
    ['undefined members and items', { a: undefined, b: [undefined, 1, undefined] }],
    ['a map of dates', new Map([[new Date(0), { 'x.y': new Date(1) }]])],
    ['a set in a map in an object', { m: new Map([['k', new Set([undefined, 1, new Set()])]]) }],
    ['members that are named like numbers', { b: new Date(0), 1: new Date(1), 10: undefined }],
    ['empty containers', [{}, [], new Map(), new Set()]],
    ['equal primitives', ['a', 'a', 1, 1, true, true, null, null, undefined, undefined, -0, -0]],
    ['lone surrogates', { '\ud800': ['\udfff', new Date(0)] }],
    [
      'a getter',
      {
        get at() {
          return new Date(0);
        },
      },
    ],
    ['symbol keys and hidden members', Object.defineProperty({ [Symbol('s')]: 1n }, 'hidden', { value: 1n })],
  ])('writes %s itself, to the letter', (_name, value) => {
    expect(writeSuperjson(value)).toBe(JSON.stringify(SuperJSON.serialize(value)));
  });

  it('reads a member without changing the value', () => {
    const value = { a: undefined, list: [new Date(0)] };
    writeSuperjson(value);
    expect(value).toStrictEqual({ a: undefined, list: [new Date(0)] });
  });

  it.each<[string, unknown]>([
    ['an object seen twice', [shared, shared]],
    ['an array seen twice', { a: sharedArray, b: { c: sharedArray } }],
    ['a date seen twice', [sharedDate, sharedDate]],
    ['a bigint seen twice', [1n, 1n]],
    ['NaN seen twice', [Number.NaN, Number.NaN]],
    ['a function', [() => 1]],
    ['a symbol', [Symbol('s')]],
    ['toJSON', { toJSON: () => 1 }],
    [
      'an instance of a class',
      new (class Point {
        x = 1;
      })(),
    ],
    ['an instance of a subclass', [new (class Stamp extends Date {})(0), new (class List extends Array {})()]],
    ['an error', new Error('no')],
    ['a regular expression', /a/],
    ['a URL', new URL('http://localhost/')],
    ['a typed array', new Uint8Array(1)],
    ['a boxed primitive', Object(1)],
    ['a match, which is an array with members', /a/.exec('a')],
    ['an empty array with members', Object.assign([], { at: new Date(0) })],
    ['a hole', Array(1)],
    ['a hole hidden by a member', Object.assign(Array(1), { a: 1 })],
    ['a foreign object', foreign('({})')],
    ['a foreign array', foreign('[]')],
    ['a foreign date', foreign('new Date(0)')],
    ['the prototype of all', Object.prototype],
    ['a key that superjson refuses', JSON.parse('{"__proto__":1}')],
    ['an annotated index after nested annotations', [{ a: undefined }, undefined]],
  ])('leaves %s to superjson', (_name, value) => {
    expect(writeSuperjson(value)).toBeUndefined();
  });
});
