import { unreachable } from '@trunkline/protocol';
import { isBrandAlias } from './declared-origin.js';
import type { TypeEngine } from './type-engine.js';
import type { Declared, TypeFacts, TypeId } from './type-facts.js';

/** How deep types are followed: deeper are only those that grow without end, such as `Grow<T> = { next: Grow<T[]> }`. */
const MAX_DEPTH = 48;

/** What is known of types, gathered level by level, so that each type is asked about once and each level in one question. */
export class FactTable {
  readonly #engine: TypeEngine;
  readonly #facts = new Map<TypeId, TypeFacts>();

  constructor(engine: TypeEngine) {
    this.#engine = engine;
  }

  get size(): number {
    return this.#facts.size;
  }

  /** `undefined` for a type that lies too deep. */
  get(id: TypeId): TypeFacts | undefined {
    return this.#facts.get(id);
  }

  /** Learns of these types, and of all they hold. */
  explore(roots: readonly TypeId[]): void {
    let waiting = this.#unknown(roots);
    for (let depth = 0; depth < MAX_DEPTH && waiting.length > 0; depth += 1) {
      const facts = this.#engine.describe(waiting);
      for (const [index, id] of waiting.entries()) {
        const found = facts[index];
        if (found !== undefined) {
          this.#facts.set(id, found);
        }
      }
      waiting = this.#unknown(facts.flatMap(partsOf));
    }
  }

  #unknown(ids: readonly TypeId[]): readonly TypeId[] {
    return [...new Set(ids)].filter((id) => !this.#facts.has(id));
  }
}

/** The types that a type holds, as far as they matter. */
function partsOf(facts: TypeFacts): readonly TypeId[] {
  switch (facts.form) {
    case 'intrinsic':
    case 'literal':
    case 'bigintLiteral':
    case 'enum':
    case 'unresolved':
      return [];
    case 'union':
    case 'intersection':
      return [...facts.of, ...parametersOf(facts.alias)];
    case 'template':
      return [...facts.types, ...parametersOf(facts.alias)];
    case 'array':
      return [facts.items, ...parametersOf(facts.alias)];
    case 'tuple':
      return [...facts.items.map(({ type }) => type), ...parametersOf(facts.alias)];
    case 'language':
      return facts.parameters;
    case 'object':
      return [
        ...facts.properties.flatMap(({ type }) => (type === undefined ? [] : [type])),
        ...facts.indexes.flatMap(({ key, value }) => [key, value]),
        ...(facts.writesAs === undefined ? [] : [facts.writesAs]),
        ...parametersOf(facts.alias),
        ...parametersOf(facts.declared),
      ];
    default:
      return unreachable(facts);
  }
}

/** Parameters become part of a name where the application names the type. */
function parametersOf(declared: Declared | undefined): readonly TypeId[] {
  const isNamed = declared?.origin === 'application' || (declared !== undefined && isBrandAlias(declared.name));
  return isNamed ? declared.parameters : [];
}
