import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as superjsonModule from 'superjson';
import DefaultExport, { SuperJSON } from 'superjson';
import { hasRegistrations, superjsonInstance } from './superjson-instance.js';

type Serialize = InstanceType<typeof SuperJSON>['serialize'];

class Point {
  x = 1;
}

describe('superjsonInstance', () => {
  it('knows the class with its static methods, and an instance', () => {
    expect(superjsonInstance(DefaultExport)).toBeDefined();
    expect(superjsonInstance(SuperJSON)).toBeDefined();
    expect(superjsonInstance(new SuperJSON())).toBeDefined();
    expect(superjsonInstance(new SuperJSON({ dedupe: true }))).toBeDefined();
  });

  it('does not take other transformers for superjson', () => {
    const wrapped = {
      serialize: (value: unknown) => SuperJSON.serialize(value),
      deserialize: (wire: unknown) => wire,
    };
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    for (const other of [undefined, null, 1, 'superjson', {}, JSON, wrapped, Point, hostile, superjsonModule]) {
      expect(superjsonInstance(other)).toBeUndefined();
    }
  });

  it('does not take a subclass, or a replaced serialize, for superjson', () => {
    class Louder extends SuperJSON {
      override serialize(value: Parameters<Serialize>[0]): ReturnType<Serialize> {
        return super.serialize([value]);
      }
    }
    const patched = new SuperJSON();
    patched.serialize = (value) => SuperJSON.serialize(value);
    expect(superjsonInstance(new Louder())).toBeUndefined();
    expect(superjsonInstance(Louder)).toBeUndefined();
    expect(superjsonInstance(patched)).toBeUndefined();
  });

  it('does not take a superjson of another realm for one of ours', () => {
    const foreign = new SuperJSON();
    Object.assign(foreign, { allowedErrorProps: runInContext('[]', createContext()) });
    expect(superjsonInstance(foreign)).toBeUndefined();
  });

  it.each([
    ['a class', (instance: InstanceType<typeof SuperJSON>) => instance.registerClass(Point)],
    ['a symbol', (instance: InstanceType<typeof SuperJSON>) => instance.registerSymbol(Symbol('mine'))],
    ['an error property', (instance: InstanceType<typeof SuperJSON>) => instance.allowErrorProps('code')],
    [
      'a custom transformer',
      (instance: InstanceType<typeof SuperJSON>) =>
        instance.registerCustom(
          { isApplicable: (value): value is number => value === 1, serialize: String, deserialize: Number },
          'one',
        ),
    ],
  ])('tells at once when %s is registered', (_name, register) => {
    const transformer = new SuperJSON();
    const instance = superjsonInstance(transformer);
    if (instance === undefined) throw new Error('superjson was not recognised');
    expect(hasRegistrations(instance)).toBe(false);
    register(transformer);
    expect(hasRegistrations(instance)).toBe(true);
  });
});
