import type { BuiltinName, TypeNode } from '../../../contract/type-node.js';

/** The language's objects that can travel, under all the names they go by; a number for how many parameters matter. */
const BUILTINS: Readonly<Record<string, readonly [BuiltinName, number]>> = {
  Date: ['Date', 0],
  Map: ['Map', 2],
  ReadonlyMap: ['ReadonlyMap', 2],
  Set: ['Set', 1],
  ReadonlySet: ['ReadonlySet', 1],
  URL: ['URL', 0],
  RegExp: ['RegExp', 0],
  Uint8Array: ['Uint8Array', 0],
  Error: ['Error', 0],
  AggregateError: ['Error', 0],
  EvalError: ['Error', 0],
  RangeError: ['Error', 0],
  ReferenceError: ['Error', 0],
  SyntaxError: ['Error', 0],
  TypeError: ['Error', 0],
  URIError: ['Error', 0],
};

/** What to do about those of the language's objects that cannot travel. */
const ADVICE: Readonly<Record<string, string>> = {
  Promise: 'await it before it is returned',
  PromiseLike: 'await it before it is returned',
  String: 'use string',
  Number: 'use number',
  Boolean: 'use boolean',
  Object: 'use an object type that says its properties',
  WeakMap: 'use a Map',
  WeakSet: 'use a Set',
  Generator: 'use an array',
  Iterable: 'use an array',
  IterableIterator: 'use an array',
  MapIterator: 'use an array',
  SetIterator: 'use an array',
  ArrayIterator: 'use an array',
  AsyncGenerator: 'make the procedure a subscription',
  AsyncIterable: 'make the procedure a subscription',
  Buffer: 'superjson writes one that it cannot read; use new Uint8Array(buffer)',
  ArrayBuffer: 'use a Uint8Array',
  Blob: 'use a Uint8Array',
  ReadableStream: 'make the procedure a subscription',
};

const FUNCTIONS: readonly string[] = ['Function', 'CallableFunction', 'NewableFunction'];

/** What asynchronous sources of events are called; the first parameter is what they yield. */
const ASYNC_SOURCES: readonly string[] = [
  'AsyncIterable',
  'AsyncIterableIterator',
  'AsyncIteratorObject',
  'AsyncGenerator',
];

/** One of the language's objects as a node; `parameters` makes nodes of its first parameters. */
export function languageNode(name: string, parameters: (count: number) => readonly TypeNode[]): TypeNode {
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin !== undefined) {
    const [known, count] = builtin;
    return count === 0 ? { kind: 'builtin', name: known } : { kind: 'builtin', name: known, of: parameters(count) };
  }
  const advice = Object.hasOwn(ADVICE, name) ? ADVICE[name] : undefined;
  return {
    kind: 'hole',
    reason: `it is a ${name}, which cannot be sent; ${advice ?? 'return what it holds as plain data'}`,
  };
}

export function isBuiltin(name: string): boolean {
  return Object.hasOwn(BUILTINS, name);
}

export function isFunctionName(name: string): boolean {
  return FUNCTIONS.includes(name);
}

export function isAsyncSource(name: string): boolean {
  return ASYNC_SOURCES.includes(name);
}
