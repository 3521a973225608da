import type { DataTransformer } from './payload-codec.js';

/** The parts of a superjson 2 instance that decide what it writes. Read, never changed. */
export interface SuperjsonInstance {
  readonly classRegistry: Registry;
  readonly symbolRegistry: Registry;
  readonly customTransformerRegistry: { readonly transfomers: object };
  readonly allowedErrorProps: readonly unknown[];
}

/** superjson as given to tRPC: its class with the static methods of the default instance, or an instance. */
export interface Superjson extends DataTransformer {
  deserialize(wire: unknown, options?: { readonly inPlace?: boolean }): unknown;
}

interface Registry {
  readonly kv: { readonly keyToValue: ReadonlyMap<unknown, unknown> };
}

/**
 * The instance that does the work, or `undefined` if `transformer` is not superjson itself: judged by its shape, so that
 * nobody has to import superjson. A subclass or an object that merely calls superjson is not: what it adds cannot be known.
 */
export function superjsonInstance(transformer: unknown): SuperjsonInstance | undefined {
  try {
    const instance: unknown =
      typeof transformer === 'function' ? Reflect.get(transformer, 'defaultInstance') : transformer;
    if (!isInstance(instance)) return undefined;
    return hasOwnMethods(transformer, instance) ? instance : undefined;
  } catch {
    // A proxy or a getter that throws is not superjson.
    return undefined;
  }
}

/** Whether anything was taught to superjson. Asked before each encoding, because one may register at any time. */
export function hasRegistrations(instance: SuperjsonInstance): boolean {
  if (instance.classRegistry.kv.keyToValue.size !== 0) return true;
  if (instance.symbolRegistry.kv.keyToValue.size !== 0) return true;
  if (instance.allowedErrorProps.length !== 0) return true;
  // An inherited name ends the loop too: then somebody changed Object.prototype, and nothing here is certain.
  for (const _name in instance.customTransformerRegistry.transfomers) return true;
  return false;
}

function isInstance(value: unknown): value is SuperjsonInstance {
  if (typeof value !== 'object' || value === null) return false;
  const props: unknown = Reflect.get(value, 'allowedErrorProps');
  // An array of another realm means a superjson of another realm, whose idea of a plain object is not ours.
  if (!Array.isArray(props) || Object.getPrototypeOf(props) !== Array.prototype) return false;
  return (
    isRegistry(Reflect.get(value, 'classRegistry')) &&
    isRegistry(Reflect.get(value, 'symbolRegistry')) &&
    isObject(property(Reflect.get(value, 'customTransformerRegistry'), 'transfomers'))
  );
}

/** Refuses a subclass, and an object or a class whose `serialize` somebody replaced. */
function hasOwnMethods(transformer: unknown, instance: SuperjsonInstance): boolean {
  const prototype: unknown = Object.getPrototypeOf(instance);
  const constructor = property(prototype, 'constructor');
  if (typeof constructor !== 'function' || !Object.hasOwn(constructor, 'defaultInstance')) return false;
  if (typeof transformer === 'function') {
    return transformer === constructor && isBound(transformer, 'serialize') && isBound(transformer, 'deserialize');
  }
  return !Object.hasOwn(instance, 'serialize') && !Object.hasOwn(instance, 'deserialize');
}

function isBound(transformer: unknown, name: string): boolean {
  return property(property(transformer, name), 'name') === `bound ${name}`;
}

function isRegistry(value: unknown): boolean {
  return property(property(value, 'kv'), 'keyToValue') instanceof Map;
}

function property(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
