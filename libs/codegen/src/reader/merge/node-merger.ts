import { canonicalLine } from '../../contract/canonical.js';
import { childrenOf, mapChildren } from '../../contract/children.js';
import { isSameJson } from '../../contract/same-json.js';
import type { ObjectNode, PropertyNode, TypeNode, UnionNode } from '../../contract/type-node.js';
import { annotate, withoutAnnotations } from './annotations.js';
import { matchMembers } from './match-members.js';
import type { TypeTable } from './type-table.js';

/**
 * Puts together what a schema and the compiler say of one type. The schema gives the skeleton, with its constraints,
 * comments and order; the compiler fills its holes, and is right where they differ, because it is what tRPC's own types say.
 */
export class NodeMerger {
  readonly #table: TypeTable;
  /** Pairs of names under way or done, so that recursion ends. */
  readonly #pairs = new Map<string, string>();

  constructor(table: TypeTable) {
    this.#table = table;
  }

  /** One type as both say it. */
  merge(schema: TypeNode, compiler: TypeNode): TypeNode {
    if (schema.kind === 'hole') return annotate(this.#table.adopt(compiler), schema);
    if (schema.kind === 'reference') return annotate(this.#mergeName(schema.name, compiler), schema);
    if (compiler.kind === 'reference') return this.#mergeWithNamed(schema, compiler.name);
    if (compiler.kind === 'brand' && schema.kind !== 'brand') {
      const { doc, deprecated, default: preset } = schema;
      const branded: TypeNode = { ...compiler, of: this.merge(withoutAnnotations(schema), compiler.of) };
      return annotate(branded, { doc, deprecated, default: preset });
    }
    return this.#mergeForms(schema, compiler);
  }

  #mergeForms(schema: TypeNode, compiler: TypeNode): TypeNode {
    if (schema.kind === 'intersection' && compiler.kind !== 'intersection') {
      const flat = this.#flatten(schema.of);
      if (flat !== undefined && compiler.kind === 'object') return this.#mergeObjects(flat, compiler);
    }
    if (schema.kind === 'record' && compiler.kind === 'object') return this.#mergeRecord(schema, compiler);
    if (schema.kind === 'enum' && compiler.kind === 'union') return schema;
    if (schema.kind !== compiler.kind) return annotate(this.#table.adopt(compiler), schema);
    switch (schema.kind) {
      case 'object':
        return compiler.kind === 'object' ? this.#mergeObjects(schema, compiler) : schema;
      case 'union':
        return compiler.kind === 'union' ? this.#mergeUnions(schema, compiler) : schema;
      case 'array':
        return compiler.kind === 'array'
          ? { ...schema, ...readonlyOf(compiler), items: this.merge(schema.items, compiler.items) }
          : schema;
      case 'tuple':
      case 'intersection':
      case 'builtin':
      case 'brand':
      case 'record':
        return this.#mergeChildren(schema, compiler);
      default:
        return sameForm(schema, compiler) ? schema : annotate(compiler, schema);
    }
  }

  /** Forms of which the children stand at the same places on both sides; where they do not, the compiler's. */
  #mergeChildren(schema: TypeNode, compiler: TypeNode): TypeNode {
    const ours = childrenOf(schema);
    const theirs = childrenOf(compiler);
    if (ours.length !== theirs.length) return annotate(this.#table.adopt(compiler), schema);
    const merged = ours.map((child, index) => this.merge(child, theirs[index] ?? child));
    return annotate(withChildren(compiler, merged), schema);
  }

  #mergeObjects(schema: ObjectNode, compiler: ObjectNode): TypeNode {
    const theirs = new Map(compiler.properties.map((property) => [property.name, property]));
    const ours = new Set(schema.properties.map(({ name }) => name));
    const merged: PropertyNode[] = [];
    for (const property of schema.properties) {
      const other = theirs.get(property.name);
      if (other !== undefined) merged.push({ ...other, type: this.merge(property.type, other.type) });
    }
    for (const property of compiler.properties) {
      if (!ours.has(property.name)) merged.push({ ...property, type: this.#table.adopt(property.type) });
    }
    const { index: _index, ...rest } = schema;
    if (compiler.index === undefined) return { ...rest, properties: merged };
    const index =
      schema.index === undefined ? this.#table.adopt(compiler.index) : this.merge(schema.index, compiler.index);
    return { ...rest, properties: merged, index };
  }

  #mergeRecord(schema: TypeNode & { kind: 'record' }, compiler: ObjectNode): TypeNode {
    const value = compiler.index ?? compiler.properties[0]?.type;
    if (value === undefined) return annotate(this.#table.adopt(compiler), schema);
    if (compiler.index === undefined && !isEnumerable(schema.key)) return annotate(this.#table.adopt(compiler), schema);
    const merged = this.merge(schema.value, schema.partial ? withoutUndefined(value) : value);
    return { ...schema, key: this.#table.keep(schema.key), value: merged };
  }

  #mergeUnions(schema: UnionNode, compiler: UnionNode): TypeNode {
    const pairs = matchMembers(schema.of, compiler.of, (name) => this.#table.resolve(name));
    if (pairs === undefined) return annotate(this.#table.adopt(compiler), schema);
    return { ...schema, of: pairs.map(({ ours, theirs }) => this.merge(ours, theirs)) };
  }

  #mergeName(name: string, compiler: TypeNode): TypeNode {
    // A brand leaves no trace at run time: the same schema may be used with it and without.
    if (compiler.kind === 'brand') return { ...compiler, of: this.#mergeName(name, compiler.of) };
    const pair = `${name} ${canonicalLine(compiler)}`;
    const known = this.#pairs.get(pair);
    if (known !== undefined) return { kind: 'reference', name: known };
    const { schema, isFresh } = this.#table.beginSchemaType(name);
    this.#pairs.set(pair, name);
    if (compiler.kind === 'reference') this.#table.unify(compiler.name, name);
    const target = compiler.kind === 'reference' ? this.#table.resolveCompiler(compiler.name) : compiler;
    if (target === undefined) return { kind: 'reference', name };
    const merged = this.merge(schema, target);
    if (isFresh) this.#table.finish(name, merged);
    if (!this.#table.isOther(name, merged)) return { kind: 'reference', name };
    this.#pairs.delete(pair);
    if (compiler.kind !== 'reference') return merged;
    this.#table.separate(compiler.name, name);
    return this.#table.adopt(compiler);
  }

  /** The compiler has a name for it and the schema none: the name is kept unless the schema knows more than it says. */
  #mergeWithNamed(schema: TypeNode, name: string): TypeNode {
    const target = this.#table.resolveCompiler(name);
    if (target === undefined || target.kind === 'enum' || !knowsMore(schema)) {
      return annotate(this.#table.adopt({ kind: 'reference', name }), schema);
    }
    const pair = `${canonicalLine(schema)} ${name}`;
    if (this.#pairs.has(pair)) return this.#table.adopt({ kind: 'reference', name });
    this.#pairs.set(pair, name);
    const merged = this.merge(schema, target);
    this.#pairs.delete(pair);
    return merged;
  }

  #flatten(parts: readonly TypeNode[]): ObjectNode | undefined {
    const properties: PropertyNode[] = [];
    for (const part of parts) {
      const object = part.kind === 'reference' ? this.#table.resolve(part.name) : part;
      if (object?.kind !== 'object') return undefined;
      properties.push(...object.properties);
    }
    return { kind: 'object', properties };
  }
}

function readonlyOf(node: { readonly readonly?: true }): { readonly: true } | undefined {
  return node.readonly === true ? { readonly: true } : undefined;
}

function isEnumerable(key: TypeNode): boolean {
  if (key.kind === 'union') return key.of.every(isEnumerable);
  return key.kind === 'literal' || key.kind === 'enum' || key.kind === 'reference';
}

function withoutUndefined(node: TypeNode): TypeNode {
  if (node.kind !== 'union') return node;
  const rest = node.of.filter(({ kind }) => kind !== 'undefined');
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? only : { ...node, of: rest };
}

/** Whether two leaves of one kind are the same type, whatever else they say of it. */
function sameForm(schema: TypeNode, compiler: TypeNode): boolean {
  if (schema.kind === 'literal' || schema.kind === 'bigintLiteral' || schema.kind === 'template') {
    return isSameJson(withoutAnnotations(schema), withoutAnnotations(compiler));
  }
  return true;
}

/** Whether a schema says anything that a type cannot: comments, defaults, bounds. */
function knowsMore(node: TypeNode): boolean {
  const { kind: _kind, ...rest } = node;
  if (node.kind === 'string' || node.kind === 'number' || node.kind === 'bigint') return Object.keys(rest).length > 0;
  if (node.doc !== undefined || node.default !== undefined || node.deprecated !== undefined) return true;
  return childrenOf(node).some(knowsMore);
}

function withChildren(node: TypeNode, children: readonly TypeNode[]): TypeNode {
  const left = [...children];
  return mapChildren(node, (child) => left.shift() ?? child);
}
