import { describe, expect, it } from '@jest/globals';
import { applySuperjsonEqualities } from './superjson-equalities.js';

describe('applySuperjsonEqualities', () => {
  it('makes several places hold the very same object', () => {
    const root = { a: { id: 1 }, list: [{ id: 1 }, 2], 'x.y': null };
    applySuperjsonEqualities(root, { a: ['list.0', 'x\\.y'] }, false);
    expect(root.list[0]).toBe(root.a);
    expect(root['x.y']).toBe(root.a);
  });

  it('puts the root into itself, and then what else is shared', () => {
    const root: Record<string, unknown> = { self: null, a: { id: 1 }, b: null };
    expect(applySuperjsonEqualities(root, [['self'], { a: ['b'] }], false)).toBe(root);
    expect(root['self']).toBe(root);
    expect(root['b']).toBe(root['a']);
  });

  it('reaches keys and values of maps, items of sets, and what is in them', () => {
    const shared = { id: 1 };
    const map = new Map<unknown, unknown>([[{ id: 1 }, { in: { id: 1 } }]]);
    const set = new Set<unknown>([{ id: 1 }, [{ id: 1 }]]);
    const root = { shared, map, set, again: null };
    applySuperjsonEqualities(
      root,
      { shared: ['map.0.0', 'set.1.0', 'map.0.1.in', 'set.0'], 'map.0.1': ['again'] },
      false,
    );
    expect(map.has(shared)).toBe(true);
    expect(map.get(shared)).toEqual({ in: shared });
    expect(root.again).toBe(map.get(shared));
    expect(set.has(shared)).toBe(true);
    expect([...set][0]).toEqual([shared]);
  });

  it('never makes an array longer', () => {
    const root = { a: { id: 1 }, list: [1] };
    applySuperjsonEqualities(root, { a: ['list.4000000000', 'list.length', 'list.x'] }, false);
    expect(root.list).toEqual([1]);
  });

  it('finds nothing in what a value inherits, and puts nothing into what is not plain', () => {
    const date = new Date(0);
    const root: Record<string, unknown> = { date, text: 'xyz', a: { id: 1 } };
    applySuperjsonEqualities(
      root,
      { toString: ['got'], a: ['date.x', 'text.0', 'date.x.y'], 'text.length': ['length'] },
      false,
    );
    expect(root['got']).toBeUndefined();
    expect(root['length']).toBeUndefined();
    expect(Object.keys(date)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a path to a prototype', { a: ['__proto__.x'] }, '__proto__ is not allowed in a path'],
    ['paths that are no list', { a: 'b' }, 'equal paths are not a list'],
    ['an entry that a set does not have', { a: ['set.9'] }, 'an equal path names entry 9 of 1'],
    ['an entry without a number', { a: ['set.x'] }, 'an equal path names entry x of 1'],
  ])('refuses %s', (_name, equalities, message) => {
    expect(() => applySuperjsonEqualities({ a: {}, set: new Set([1]) }, equalities, false)).toThrow(message);
  });

  it('gives up on many paths to the end of a large set', () => {
    const items = Array.from({ length: 20_000 }, (_each, index) => index);
    const root = { set: new Set(items), a: 19_999 };
    const equalities = { a: items.map(() => 'set.19999') };
    expect(() => applySuperjsonEqualities(root, equalities, false)).toThrow('equal paths pass over 10000000 members');
  });
});
