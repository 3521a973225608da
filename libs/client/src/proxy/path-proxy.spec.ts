import { describe, expect, it } from '@jest/globals';
import { createPathProxy } from './path-proxy.js';

describe('createPathProxy', () => {
  const calls: unknown[] = [];
  const root: unknown = createPathProxy((path, method, args) => {
    calls.push([path, method, ...args]);
    return calls.length;
  });

  const step = (parent: unknown, name: string | symbol): unknown => Reflect.get(Object(parent), name);

  it('gathers the path and hands it over with the arguments', () => {
    const query = step(step(step(root, 'orders'), 'byId'), 'query');
    expect(typeof query).toBe('function');
    if (typeof query === 'function') expect(Reflect.apply(query, undefined, [7, 'x'])).toBe(1);
    const close = step(root, 'close');
    if (typeof close === 'function') Reflect.apply(close, undefined, []);
    expect(calls).toEqual([
      ['orders.byId', 'query', 7, 'x'],
      ['', 'close'],
    ]);
  });

  it('makes each step once', () => {
    expect(step(step(root, 'a'), 'b')).toBe(step(step(root, 'a'), 'b'));
  });

  it('is no promise, and has no symbols', async () => {
    expect(step(root, 'then')).toBeUndefined();
    expect(step(step(root, 'a'), Symbol.iterator)).toBeUndefined();
    expect(await Promise.resolve(root)).toBe(root);
  });
});
