import type { ProcedureKind } from '../../contract/contract.js';
import type { TypeEngine } from './type-engine.js';
import type { Place, PropertyFacts, TypeId } from './type-facts.js';

/** A procedure of a router's type. */
export interface FoundProcedure {
  /** From the router down, such as `orders.byId`. */
  readonly path: string;
  readonly kind: ProcedureKind;
  readonly input: TypeId;
  readonly output: TypeId;
  /** Its own property in the router's literal. */
  readonly place?: Place;
}

/** What all procedures of a router have in common. */
export interface RouterConfig {
  readonly hasTransformer: boolean;
  /** `data` of errors, where the router has a formatter of its own. */
  readonly errorData?: TypeId;
}

/** What was found of a type that may be a router's. */
export interface FoundRouter {
  readonly procedures: readonly FoundProcedure[];
  readonly config: TypeId;
}

interface Entry {
  readonly path: string;
  readonly type: TypeId;
  readonly place?: Place;
}

/** The procedures of a router, its sub-routers' included; `undefined` where the type is not a router's. */
export function findProcedures(engine: TypeEngine, router: TypeId): FoundRouter | undefined {
  const definition = only(engine, router, '_def');
  const [[record, config] = []] =
    definition === undefined ? [] : engine.propertyTypes([definition], ['record', '_config']);
  if (record === undefined || config === undefined) {
    return undefined;
  }
  const found: FoundProcedure[] = [];
  let entries = entriesOf(engine, [{ path: '', type: record }]);
  while (entries.length > 0) {
    const definitions = engine.propertyTypes(typesOf(entries), ['_def']).map(([type]) => type);
    found.push(...describeProcedures(engine, entries, definitions));
    const records = entries.filter((_, index) => definitions[index] === undefined);
    entries = entriesOf(engine, records);
  }
  return { procedures: found, config };
}

/** What a router's root was made with. */
export function readConfig(engine: TypeEngine, config: TypeId): RouterConfig {
  const types = only(engine, config, '$types');
  const transformer = types === undefined ? undefined : only(engine, types, 'transformer');
  const shape = types === undefined ? undefined : only(engine, types, 'errorShape');
  const errorData = shape === undefined ? undefined : only(engine, shape, 'data');
  const [transformerFacts, dataFacts] = engine.describe([transformer, errorData].filter((id) => id !== undefined));
  const isOwn = !(
    dataFacts?.form === 'object' &&
    dataFacts.alias?.origin === 'package' &&
    dataFacts.alias.name === 'DefaultErrorData'
  );
  return {
    hasTransformer: transformerFacts?.form === 'literal' && transformerFacts.value === true,
    ...(errorData !== undefined && isOwn ? { errorData } : {}),
  };
}

function describeProcedures(
  engine: TypeEngine,
  entries: readonly Entry[],
  definitions: readonly (TypeId | undefined)[],
): readonly FoundProcedure[] {
  const procedures = entries.flatMap((entry, index) => {
    const definition = definitions[index];
    return definition === undefined ? [] : [{ ...entry, definition }];
  });
  const held = engine.propertyTypes(
    procedures.map(({ definition }) => definition),
    ['type', '$types'],
  );
  const types = engine.propertyTypes(
    held.map(([, type]) => present(type)),
    ['input', 'output'],
  );
  const kinds = held.map(([kind]) => present(kind));
  const distinct = [...new Set(kinds)];
  const distinctFacts = engine.describe(distinct);
  return procedures.flatMap(({ path, place }, index) => {
    const facts = distinctFacts[distinct.indexOf(kinds[index] ?? 0)];
    const [input, output] = types[index] ?? [];
    const kind = facts?.form === 'literal' ? kindOf(facts.value) : undefined;
    if (kind === undefined || input === undefined || output === undefined) {
      return [];
    }
    return [{ path, kind, input, output, ...(place === undefined ? {} : { place }) }];
  });
}

function entriesOf(engine: TypeEngine, records: readonly Entry[]): readonly Entry[] {
  const facts = engine.describe(typesOf(records));
  return records.flatMap(({ path }, index) => {
    const found = facts[index];
    return found?.form === 'object' ? found.properties.flatMap((property) => entryOf(path, property)) : [];
  });
}

function entryOf(path: string, { name, type, places: [place] }: PropertyFacts): readonly Entry[] {
  if (type === undefined) {
    return [];
  }
  return [{ path: path === '' ? name : `${path}.${name}`, type, ...(place === undefined ? {} : { place }) }];
}

function only(engine: TypeEngine, type: TypeId, name: string): TypeId | undefined {
  return engine.propertyTypes([type], [name])[0]?.[0];
}

function typesOf(entries: readonly Entry[]): readonly TypeId[] {
  return entries.map(({ type }) => type);
}

function kindOf(value: string | number | boolean): ProcedureKind | undefined {
  return value === 'query' || value === 'mutation' || value === 'subscription' ? value : undefined;
}

function present(type: TypeId | undefined): TypeId {
  if (type === undefined) {
    throw new Error(
      'A procedure has no types where tRPC 11 keeps them (`_def.$types`). Which version of @trpc/server made it?',
    );
  }
  return type;
}
