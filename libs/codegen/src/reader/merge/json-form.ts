import { compareText } from '../../contract/canonical.js';
import { childrenOf, mapChildren } from '../../contract/children.js';
import { namesReachedBy } from '../../contract/reach.js';
import type { BuiltinNode, ObjectNode, TypeNode, UnionNode } from '../../contract/type-node.js';
import { annotate } from './annotations.js';

type Types = Readonly<Record<string, TypeNode>>;

/**
 * What JSON makes of the values of a type (ECMA-262, JSON.stringify), for routers without a transformer. A named type that
 * JSON changes gets a second one for its JSON form, such as `HostJson` beside `Host`.
 */
export class JsonForm {
  readonly #types: Types;
  readonly #names = new Map<string, string>();
  readonly #made = new Map<string, TypeNode>();

  constructor(types: Types) {
    this.#types = types;
  }

  /** The JSON form of a type. */
  of(node: TypeNode): TypeNode {
    switch (node.kind) {
      case 'reference':
        return { ...node, name: this.#nameOf(node.name) };
      case 'bigint':
      case 'bigintLiteral':
        return hole('a bigint cannot be written as JSON; give the router a transformer, or answer with a string', node);
      case 'symbol':
        return hole('a symbol cannot be written as JSON', node);
      case 'builtin':
        return builtinForm(node);
      case 'object':
        return this.#objectForm(node);
      case 'array':
        return { ...node, items: nullForUndefined(this.of(node.items)) };
      case 'tuple':
        return mapChildren(node, (child) => nullForUndefined(this.of(child)));
      case 'brand':
        return this.#brandForm(node);
      default:
        return mapChildren(node, (child) => this.of(child));
    }
  }

  /** The types that were made for it, by name. */
  types(): Types {
    return Object.fromEntries(this.#made);
  }

  #nameOf(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const target = this.#types[name];
    if (target === undefined || !this.#isChanged(target)) {
      this.#names.set(name, name);
      return name;
    }
    const jsonName = this.#freeName(`${name}Json`);
    this.#names.set(name, jsonName);
    this.#made.set(jsonName, target);
    this.#made.set(jsonName, this.of(target));
    return jsonName;
  }

  #freeName(wanted: string): string {
    let name = wanted;
    for (let number = 2; Object.hasOwn(this.#types, name) || this.#made.has(name); number += 1)
      name = `${wanted}${number}`;
    return name;
  }

  #isChanged(node: TypeNode): boolean {
    const reached = namesReachedBy([node], this.#types).flatMap((name) => this.#types[name] ?? []);
    return [node, ...reached].some(hasOtherForm);
  }

  #objectForm(node: ObjectNode): ObjectNode {
    const properties = node.properties.map(({ optional, type, ...property }) => {
      const isOptional = optional === true || mayBeUndefined(type);
      return { ...property, type: this.of(withoutUndefined(type)), ...(isOptional ? { optional: true as const } : {}) };
    });
    return { ...node, properties, ...(node.index === undefined ? {} : { index: this.of(node.index) }) };
  }

  #brandForm(node: TypeNode & { kind: 'brand' }): TypeNode {
    const of = this.of(node.of);
    return of.kind === node.of.kind ? { ...node, of } : annotate(of, node);
  }
}

/** Whether a node by itself, apart from its children, is another type as JSON. */
function hasOtherForm(node: TypeNode): boolean {
  const isOther =
    node.kind === 'builtin' ||
    node.kind === 'bigint' ||
    node.kind === 'bigintLiteral' ||
    node.kind === 'symbol' ||
    (node.kind === 'object' && node.properties.some(({ type }) => mayBeUndefined(type))) ||
    ((node.kind === 'array' || node.kind === 'tuple') && childrenOf(node).some(mayBeUndefined));
  return isOther || childrenOf(node).some(hasOtherForm);
}

function builtinForm(node: BuiltinNode): TypeNode {
  switch (node.name) {
    case 'Date':
      return annotate({ kind: 'string', format: 'date-time' }, node);
    case 'URL':
      return annotate({ kind: 'string', format: 'uri' }, node);
    case 'Uint8Array':
      return annotate({ kind: 'object', properties: [], index: { kind: 'number' } }, node);
    default:
      // JSON.stringify writes {} for whatever keeps its contents out of its own properties.
      return annotate({ kind: 'object', properties: [] }, node);
  }
}

function hole(reason: string, node: TypeNode): TypeNode {
  return annotate({ kind: 'hole', reason }, node);
}

function mayBeUndefined(node: TypeNode): boolean {
  return node.kind === 'undefined' || node.kind === 'void' || (node.kind === 'union' && node.of.some(mayBeUndefined));
}

function withoutUndefined(node: TypeNode): TypeNode {
  return node.kind === 'union'
    ? unionOf(
        node,
        node.of.filter((member) => !mayBeUndefined(member)),
      )
    : node;
}

function nullForUndefined(node: TypeNode): TypeNode {
  if (node.kind === 'undefined' || node.kind === 'void') return annotate({ kind: 'null' }, node);
  if (node.kind !== 'union' || !mayBeUndefined(node)) return node;
  const rest = node.of.filter(({ kind }) => kind !== 'null' && kind !== 'undefined' && kind !== 'void');
  return unionOf(node, [...rest, { kind: 'null' }]);
}

function unionOf(union: UnionNode, members: readonly TypeNode[]): TypeNode {
  const [only] = members;
  if (only === undefined) return annotate({ kind: 'undefined' }, union);
  return members.length === 1 ? annotate(only, union) : { ...union, of: members };
}

/** The names of types in an order that does not depend on how they were found. */
export function sortTypes(types: Types): Types {
  return Object.fromEntries(Object.entries(types).toSorted(([left], [right]) => compareText(left, right)));
}
