import { describe, expect, it } from '@jest/globals';
import { isAsyncSource, isBuiltin, isFunctionName, languageNode } from './language-objects.js';

describe('languageNode', () => {
  it('knows the objects that can travel, under all their names', () => {
    const none = (): [] => [];
    expect(languageNode('Date', none)).toEqual({ kind: 'builtin', name: 'Date' });
    expect(languageNode('RangeError', none)).toEqual({ kind: 'builtin', name: 'Error' });
  });

  it('asks for as many parameters as matter', () => {
    const counts: number[] = [];
    languageNode('Map', (count) => {
      counts.push(count);
      return [{ kind: 'string' }, { kind: 'number' }];
    });
    expect(counts).toEqual([2]);
  });

  it.each([
    ['Promise', 'await it before it is returned'],
    ['WeakMap', 'use a Map'],
    ['Atomics', 'return what it holds as plain data'],
    ['constructor', 'return what it holds as plain data'],
  ])('says what to do about a %s', (name, advice) => {
    expect(languageNode(name, () => [])).toEqual({
      kind: 'hole',
      reason: `it is a ${name}, which cannot be sent; ${advice}`,
    });
  });

  it('tells builtins, functions and asynchronous sources from others', () => {
    expect([isBuiltin('URL'), isBuiltin('toString')]).toEqual([true, false]);
    expect([isFunctionName('Function'), isFunctionName('Date')]).toEqual([true, false]);
    expect([isAsyncSource('AsyncGenerator'), isAsyncSource('Generator')]).toEqual([true, false]);
  });
});
