import { canonicalLine, compareText } from '../../contract/canonical.js';
import { childrenOf, mapChildren } from '../../contract/children.js';
import { namesReachedBy } from '../../contract/reach.js';
import type {
  BrandNode,
  BuiltinNode,
  ObjectNode,
  PropertyNode,
  RecordNode,
  TypeNode,
  UnionNode,
} from '../../contract/type-node.js';
import { annotate } from './annotations.js';
import { mayBeUndefined, withNullForUndefined, withoutUndefined } from './undefined-members.js';

type Types = Readonly<Record<string, TypeNode>>;

/**
 * What JSON makes of the values of a type (ECMA-262, JSON.stringify), for routers without a transformer. A named type that
 * JSON changes gets a second one for its JSON form, such as `HostJson` beside `Host`, unless its name is free.
 */
export class JsonForm {
  readonly #types: Types;
  readonly #isFree: (name: string) => boolean;
  readonly #names = new Map<string, string>();
  readonly #made = new Map<string, TypeNode>();
  readonly #resolve = (name: string): TypeNode | undefined =>
    Object.hasOwn(this.#types, name) ? this.#types[name] : undefined;

  /** @param isFree whether nothing needs a type as it is, so that its JSON form can have its name. */
  constructor(types: Types, isFree: (name: string) => boolean = () => false) {
    this.#types = types;
    this.#isFree = isFree;
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
      case 'record':
        return this.#recordForm(node);
      case 'array':
        return { ...node, items: this.#itemForm(node.items) };
      case 'tuple':
        return mapChildren(node, (child) => this.#itemForm(child));
      case 'brand':
        return this.#brandForm(node);
      case 'union':
        return this.#unionForm(node);
      default:
        return this.#children(node);
    }
  }

  /** The types that were made for it, by name. */
  types(): Types {
    return Object.fromEntries(this.#made);
  }

  #nameOf(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const target = this.#resolve(name);
    if (target === undefined || !this.#isChanged(target)) {
      this.#names.set(name, name);
      return name;
    }
    const jsonName = this.#isFree(name) ? name : this.#freeName(`${name}Json`);
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
    const reached = namesReachedBy([node], this.#types).flatMap((name) => this.#resolve(name) ?? []);
    return [node, ...reached].some((part) => this.#hasOtherForm(part));
  }

  /** Whether a node by itself, apart from what its names stand for, is another type as JSON. */
  #hasOtherForm(node: TypeNode): boolean {
    return this.#isOther(node) || childrenOf(node).some((child) => this.#hasOtherForm(child));
  }

  #isOther(node: TypeNode): boolean {
    switch (node.kind) {
      case 'builtin':
      case 'bigint':
      case 'bigintLiteral':
      case 'symbol':
        return true;
      case 'object':
        return (
          node.properties.some((property) => this.#definedProperty(property) !== property) ||
          (node.index !== undefined && this.#defined(node.index) !== node.index)
        );
      case 'record':
        return this.#definedRecord(node) !== node;
      case 'array':
      case 'tuple':
        return childrenOf(node).some((child) => withNullForUndefined(child, this.#resolve) !== child);
      case 'brand':
        return !this.#isScalar(node.of);
      default:
        return false;
    }
  }

  #objectForm(node: ObjectNode): ObjectNode {
    const properties = node.properties.flatMap((property) => {
      const defined = this.#definedProperty(property);
      return defined === undefined ? [] : [{ ...defined, type: this.of(defined.type) }];
    });
    const index = node.index === undefined ? undefined : this.#defined(node.index);
    const { index: _index, ...rest } = node;
    return { ...rest, properties, ...(index === undefined ? {} : { index: this.of(index) }) };
  }

  #recordForm(node: RecordNode): TypeNode {
    const defined = this.#definedRecord(node);
    return defined === undefined ? annotate({ kind: 'object', properties: [] }, node) : this.#children(defined);
  }

  /** A union of what JSON can tell apart: several bigints are one hole. */
  #unionForm(node: UnionNode): TypeNode {
    const forms = new Map(node.of.map((member) => this.of(member)).map((form) => [canonicalLine(form), form]));
    const [only] = forms.values();
    return forms.size === 1 && only !== undefined ? annotate(only, node) : { ...node, of: [...forms.values()] };
  }

  #itemForm(node: TypeNode): TypeNode {
    return this.of(withNullForUndefined(node, this.#resolve));
  }

  /** A brand stays on what JSON leaves as it is; what it makes anew has none. */
  #brandForm(node: BrandNode): TypeNode {
    const of = this.of(node.of);
    return this.#isScalar(node.of) ? { ...node, of } : annotate(of, node);
  }

  /** Whether a value is none of those that JSON makes anew. */
  #isScalar(node: TypeNode, met: ReadonlySet<string> = new Set()): boolean {
    switch (node.kind) {
      case 'string':
      case 'number':
      case 'boolean':
      case 'literal':
      case 'template':
      case 'enum':
        return true;
      case 'union':
        return node.of.every((member) => this.#isScalar(member, met));
      case 'brand':
        return this.#isScalar(node.of, met);
      case 'reference': {
        const target = met.has(node.name) ? undefined : this.#resolve(node.name);
        return target !== undefined && this.#isScalar(target, new Set([...met, node.name]));
      }
      default:
        return false;
    }
  }

  #children(node: TypeNode): TypeNode {
    return mapChildren(node, (child) => this.of(child));
  }

  #defined(node: TypeNode): TypeNode | undefined {
    return withoutUndefined(node, this.#resolve);
  }

  /** A property that is not written where it is undefined; nothing for one that never is written. */
  #definedProperty(property: PropertyNode): PropertyNode | undefined {
    const type = property.type.kind === 'never' ? undefined : this.#defined(property.type);
    if (type === undefined) return undefined;
    const isOptional = property.optional === true || mayBeUndefined(property.type, this.#resolve);
    if (type === property.type && isOptional === (property.optional === true)) return property;
    return { ...property, type, ...(isOptional ? { optional: true } : {}) };
  }

  /** A record whose undefined values are not written; nothing for one without others. */
  #definedRecord(node: RecordNode): RecordNode | undefined {
    const value = this.#defined(node.value);
    if (value === undefined) return undefined;
    const isPartial = node.partial === true || (mayBeUndefined(node.value, this.#resolve) && hasFewKeys(node.key));
    if (value === node.value && isPartial === (node.partial === true)) return node;
    return { ...node, value, ...(isPartial ? { partial: true } : {}) };
  }
}

/** Whether a record has a known few keys, as those by the members of a union or an enum have. */
function hasFewKeys(key: TypeNode): boolean {
  return key.kind !== 'string' && key.kind !== 'number' && key.kind !== 'template';
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

/** The names of types in an order that does not depend on how they were found. */
export function sortTypes(types: Types): Types {
  return Object.fromEntries(Object.entries(types).toSorted(([left], [right]) => compareText(left, right)));
}
