import { isJsonRecord } from '@trunkline/protocol';
import type { ProcedureKind } from '../../contract/contract.js';
import { hasProperties, propertyOf, textOf } from './property-of.js';

/** A procedure as a router has it at run time. */
export interface RuntimeProcedure {
  readonly path: string;
  readonly kind: ProcedureKind;
  /** What `.input()` was given, each time that it was called. */
  readonly inputs: readonly unknown[];
  /** What `.output()` was given; undefined where it was not called. */
  readonly output: unknown;
  readonly meta: unknown;
}

/** Whether a value is a router of tRPC 11, of whichever copy of it. */
export function isRouter(value: unknown): boolean {
  const definition = propertyOf(value, '_def');
  return propertyOf(definition, 'router') === true && propertyOf(definition, 'procedures') !== undefined;
}

/**
 * Every procedure of a router, those of its lazy routers too, in the order in which they were declared.
 *
 * @throws TypeError for a value that is no router; whatever a lazy router throws when it is loaded.
 */
export async function collectProcedures(
  router: unknown,
  path: readonly string[] = [],
): Promise<readonly RuntimeProcedure[]> {
  if (!isRouter(router)) {
    const place = path.length === 0 ? 'The value' : `What lazy() loads at "${path.join('.')}"`;
    throw new TypeError(`${place} is no router of tRPC 11: it has no _def with procedures.`);
  }
  const definition = propertyOf(router, '_def');
  const procedures = entriesOf(propertyOf(definition, 'procedures')).flatMap(([name, procedure]) =>
    toProcedure([...path, name].join('.'), procedure),
  );
  // In turn, because the modules that they import may not be prepared to be loaded at once.
  for (const [, entry] of entriesOf(propertyOf(definition, 'lazy'))) {
    procedures.push(...(await collectLazy(entry, path)));
  }
  return procedures;
}

async function collectLazy(entry: unknown, path: readonly string[]): Promise<readonly RuntimeProcedure[]> {
  const load = propertyOf(entry, 'ref');
  const own = propertyOf(entry, 'path');
  const key = textOf(entry, 'key');
  if (typeof load !== 'function' || key === undefined) return [];
  const router: unknown = await Reflect.apply(load, entry, []);
  return collectProcedures(router, [...path, ...(Array.isArray(own) ? own.map(String) : []), key]);
}

function toProcedure(path: string, procedure: unknown): readonly RuntimeProcedure[] {
  const definition = propertyOf(procedure, '_def');
  if (!isJsonRecord(definition)) return [];
  const { type, inputs, output, meta } = definition;
  if (type !== 'query' && type !== 'mutation' && type !== 'subscription') return [];
  return [{ path, kind: type, inputs: Array.isArray(inputs) ? inputs : [], output, meta }];
}

function entriesOf(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  return hasProperties(value) ? Object.entries(value) : [];
}
