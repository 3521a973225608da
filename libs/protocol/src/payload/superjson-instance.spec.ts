import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as superjsonModule from 'superjson';
import DefaultExport, { SuperJSON } from 'superjson';
import { hasRegistrations, isSuperjson, superjsonInstance } from './superjson-instance.js';

type Serialize = InstanceType<typeof SuperJSON>['serialize'];

class Point {
  x = 1;
}

describe('isSuperjson', () => {
  it('knows the class with its static methods, and an instance', () => {
    expect(isSuperjson(DefaultExport)).toBe(true);
    expect(isSuperjson(SuperJSON)).toBe(true);
    expect(isSuperjson(new SuperJSON())).toBe(true);
    expect(isSuperjson(new SuperJSON({ dedupe: true }))).toBe(true);
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
      expect(isSuperjson(other)).toBe(false);
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
    expect(isSuperjson(new Louder())).toBe(false);
    expect(isSuperjson(Louder)).toBe(false);
    expect(isSuperjson(patched)).toBe(false);
  });

  it('does not take a superjson of another realm for one of ours', () => {
    const foreign = new SuperJSON();
    Object.assign(foreign, { allowedErrorProps: runInContext('[]', createContext()) });
    expect(isSuperjson(foreign)).toBe(false);
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
  ])('says no once %s is registered, and the instance says so at once', (_name, register) => {
    const transformer = new SuperJSON();
    const instance = superjsonInstance(transformer);
    if (instance === undefined) throw new Error('superjson was not recognised');
    expect(hasRegistrations(instance)).toBe(false);
    register(transformer);
    expect(hasRegistrations(instance)).toBe(true);
    expect(isSuperjson(transformer)).toBe(false);
  });
});
