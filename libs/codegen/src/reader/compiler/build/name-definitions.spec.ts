import { describe, expect, it } from '@jest/globals';
import { type Definition, Definitions } from './definitions.js';
import { nameDefinitions, namedTypes, reachedDefinitions } from './name-definitions.js';

const definition = (key: string, wish: string, file?: string): Definition => ({
  key,
  wish,
  node: { kind: 'literal', value: `of ${key}` },
  ...(file === undefined ? {} : { file }),
});

describe('nameDefinitions', () => {
  it('gives each its wish where nobody else has it', () => {
    const names = nameDefinitions([definition('a', 'Order', '/x/a.ts'), definition('b', 'User', '/x/b.ts')]);
    expect([...names]).toEqual([
      ['a', 'Order'],
      ['b', 'User'],
    ]);
  });

  it('adds files where several wish for one name, then folders, whatever the order', () => {
    const all = [
      definition('a', 'User', '/x/models/user.ts'),
      definition('b', 'User', '/x/auth/session.ts'),
      definition('c', 'User', '/x/billing/user.ts'),
      definition('d', 'User', '/x/mail/index.ts'),
    ];
    const expected = { a: 'UserModelsUser', b: 'UserSession', c: 'UserBillingUser', d: 'UserMail' };
    expect(Object.fromEntries(nameDefinitions(all))).toEqual(expected);
    expect(Object.fromEntries(nameDefinitions(all.toReversed()))).toEqual(expected);
  });

  it('leaves the language its names', () => {
    expect(nameDefinitions([definition('a', 'Map', '/x/game.ts')]).get('a')).toBe('MapGame');
  });

  it('numbers what nothing else tells apart', () => {
    const names = nameDefinitions([definition('a', 'Local', '/a.ts'), definition('b', 'Local', '/a.ts')]);
    expect([...names.values()]).toEqual(['Local2', 'Local3']);
  });

  it('names types without a file after where they were met where their own name is taken', () => {
    const one: Definition = { ...definition('a', 'Json'), otherwise: 'OrdersInput' };
    const two: Definition = { ...definition('b', 'Json'), otherwise: 'OrdersOutput' };
    expect([...nameDefinitions([one, two]).values()]).toEqual(['OrdersInput', 'OrdersOutput']);
  });

  it('gives recursive types without a file one name where they are alike', () => {
    const list = (key: string): Definition => ({
      key,
      wish: 'Json',
      node: { kind: 'array', items: { kind: 'reference', name: key } },
    });
    const names = nameDefinitions([list('@a'), list('@b')]);
    expect([...names.values()]).toEqual(['Json', 'Json']);
  });
});

describe('reachedDefinitions', () => {
  it('finds what nodes lead to, and nothing else', () => {
    const definitions = new Definitions();
    definitions.set({ key: 'a', wish: 'A', node: { kind: 'array', items: { kind: 'reference', name: 'b' } } });
    definitions.set({ key: 'b', wish: 'B', node: { kind: 'reference', name: 'a' } });
    definitions.set({ key: 'c', wish: 'C', node: { kind: 'string' } });
    const reached = reachedDefinitions([{ kind: 'reference', name: 'a' }], definitions);
    expect(reached.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('refuses a reference to nothing', () => {
    expect(() => reachedDefinitions([{ kind: 'reference', name: 'x' }], new Definitions())).toThrow(
      'There is no definition of x.',
    );
  });
});

describe('namedTypes', () => {
  it('sorts by name', () => {
    const all = [definition('1', 'B'), definition('2', 'A')];
    expect(Object.keys(namedTypes(all, nameDefinitions(all), (node) => node))).toEqual(['A', 'B']);
  });
});
