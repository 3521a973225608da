import { canonicalLine } from '../../contract/canonical.js';
import { mapChildren } from '../../contract/children.js';
import { ownMember } from '../../contract/own-member.js';
import { namesReachedBy } from '../../contract/reach.js';
import type { TypeNode } from '../../contract/type-node.js';

type Types = Readonly<Record<string, TypeNode>>;

/**
 * The named types of a contract while it is put together: those of the schemas under their names, and those of the
 * compiler as they are reached, under another name where a schema has taken theirs for something else.
 */
export class TypeTable {
  readonly #schemaTypes: Types;
  readonly #compilerTypes: Types;
  readonly #finished = new Map<string, TypeNode>();
  /** Names in the contract, by the compiler's names. */
  readonly #names = new Map<string, string>();
  readonly #begun = new Set<string>();
  /** What names of schemas mean, both sides heard, in a form that can be compared. */
  readonly #heard = new Map<string, string>();

  constructor(schemaTypes: Types, compilerTypes: Types) {
    this.#schemaTypes = schemaTypes;
    this.#compilerTypes = compilerTypes;
  }

  /** The type behind a name of either side; the schemas' where both have it. */
  resolve(name: string): TypeNode | undefined {
    return ownMember(this.#schemaTypes, name) ?? ownMember(this.#compilerTypes, name);
  }

  /** The type behind a name of the compiler's. */
  resolveCompiler(name: string): TypeNode | undefined {
    return ownMember(this.#compilerTypes, name);
  }

  /** A type of a schema's, with all it refers to taken into the contract as the schemas say it. */
  keep(node: TypeNode): TypeNode {
    for (const name of namesReachedBy([node], this.#schemaTypes)) this.beginSchemaType(name);
    return node;
  }

  /** A type that a schema names. It is fresh once; until `finish` it stands as the schema says it. */
  beginSchemaType(name: string): { readonly schema: TypeNode; readonly isFresh: boolean } {
    const schema = ownMember(this.#schemaTypes, name) ?? { kind: 'hole', reason: `no schema is named ${name}` };
    const isFresh = !this.#begun.has(name);
    if (isFresh) {
      this.#begun.add(name);
      this.#finished.set(name, schema);
    }
    return { schema, isFresh };
  }

  /** What a name of a schema means, both sides heard. */
  finish(name: string, node: TypeNode): void {
    this.#finished.set(name, node);
    this.#heard.set(name, canonicalLine(node));
  }

  /** Whether a name of a schema, both sides heard, means another type than this; while it is under way it does not. */
  isOther(name: string, node: TypeNode): boolean {
    const heard = this.#heard.get(name);
    return heard !== undefined && heard !== canonicalLine(node);
  }

  /** From here on the compiler's name is the same type as the schema's. */
  unify(compilerName: string, schemaName: string): void {
    if (!this.#names.has(compilerName)) this.#names.set(compilerName, schemaName);
  }

  /** What was taken for one type is two after all. */
  separate(compilerName: string, schemaName: string): void {
    if (this.#names.get(compilerName) === schemaName) this.#names.delete(compilerName);
  }

  /** A type of the compiler's, with all it refers to taken into the contract. */
  adopt(node: TypeNode): TypeNode {
    if (node.kind !== 'reference') return mapChildren(node, (child) => this.adopt(child));
    return { ...node, name: this.#adoptName(node.name) };
  }

  /** Every type that was taken in. */
  finished(): Types {
    return Object.fromEntries(this.#finished);
  }

  #adoptName(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const target = this.resolveCompiler(name);
    if (target === undefined) return name;
    const ownName = this.#freeName(name, target);
    this.#names.set(name, ownName);
    this.#finished.set(ownName, target);
    this.#finished.set(ownName, this.adopt(target));
    return ownName;
  }

  #freeName(name: string, target: TypeNode): string {
    const rival = ownMember(this.#schemaTypes, name);
    if (rival === undefined || canonicalLine(rival) === canonicalLine(target)) return name;
    let number = 2;
    while (this.resolve(`${name}${number}`) !== undefined) number += 1;
    return `${name}${number}`;
  }
}
