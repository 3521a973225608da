import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';
import type { PropertyNode, TypeNode } from '../../contract/type-node.js';
import { annotate } from '../merge/annotations.js';
import { exactJson } from './exact-json.js';
import { jsonScalar } from './json-scalar.js';
import { propertyOf, textOf } from './property-of.js';
import type { NameTable } from './zod/name-table.js';
import { unionOf } from './zod/union-of.js';

/** One JSON Schema (draft 2020-12), read as a type. References point into the document itself. */
export class JsonSchemaDocument {
  readonly #root: JsonRecord;
  readonly #names: NameTable;
  readonly #place: readonly string[];
  readonly #references = new Map<string, string>();

  constructor(root: JsonRecord, names: NameTable, place: readonly string[]) {
    this.#root = root;
    this.#names = names;
    this.#place = place;
  }

  read(): TypeNode {
    return this.#read(this.#root);
  }

  #read(schema: unknown): TypeNode {
    if (schema === true) return { kind: 'unknown' };
    if (!isJsonRecord(schema)) return { kind: 'never' };
    const { deprecated, default: preset } = schema;
    const doc = textOf(schema, 'description') ?? textOf(schema, 'title');
    const json = exactJson(preset);
    return annotate(this.#readForm(schema), {
      ...(doc === undefined ? {} : { doc }),
      ...(deprecated === true ? { deprecated: '' } : {}),
      ...(json === undefined ? {} : { default: json }),
    });
  }

  #readForm(schema: JsonRecord): TypeNode {
    const reference = textOf(schema, '$ref');
    if (reference !== undefined) return this.#readReference(reference);
    if ('const' in schema) return literalNode(schema['const']);
    const { enum: values, anyOf, oneOf, allOf, type } = schema;
    if (Array.isArray(values)) return unionOf(values.map(literalNode));
    const options = Array.isArray(anyOf) ? anyOf : oneOf;
    if (Array.isArray(options)) return unionOf(options.map((option) => this.#read(option)));
    if (Array.isArray(allOf)) {
      const others: readonly unknown[] = allOf;
      const parts = type === undefined ? others : [{ ...schema, allOf: undefined }, ...others];
      const of = parts.map((part) => this.#read(part));
      const [only] = of;
      return of.length === 1 && only !== undefined ? only : { kind: 'intersection', of };
    }
    const types = Array.isArray(type) ? type : [type];
    return unionOf(types.map((name) => this.#readType(name, schema)));
  }

  #readType(type: unknown, schema: JsonRecord): TypeNode {
    switch (type) {
      case 'array':
        return this.#readList(schema);
      case 'object':
        return this.#readObject(schema);
      case undefined:
        return 'properties' in schema ? this.#readObject(schema) : this.#readUntyped(schema);
      default:
        return jsonScalar(type, schema);
    }
  }

  #readUntyped(schema: JsonRecord): TypeNode {
    const words = Object.keys(schema).filter((word) => !ANNOTATIONS.has(word));
    if (words.length === 0) return { kind: 'unknown' };
    return { kind: 'hole', reason: `its JSON Schema says ${words.join(', ')}, which is not understood without a type` };
  }

  #readList(schema: JsonRecord): TypeNode {
    const { prefixItems, items, minItems, maxItems } = schema;
    const least = typeof minItems === 'number' ? minItems : undefined;
    if (!Array.isArray(prefixItems)) {
      return {
        kind: 'array',
        items: items === undefined ? { kind: 'unknown' } : this.#read(items),
        ...(least === undefined ? {} : { minItems: least }),
        ...(typeof maxItems === 'number' ? { maxItems } : {}),
      };
    }
    const isOpen = items !== false && (items !== undefined || maxItems !== prefixItems.length);
    return {
      kind: 'tuple',
      items: prefixItems.map((item, index) => ({
        type: this.#read(item),
        ...(index >= (least ?? 0) ? { optional: true as const } : {}),
      })),
      ...(isOpen ? { rest: items === undefined ? { kind: 'unknown' } : this.#read(items) } : {}),
    };
  }

  #readObject(schema: JsonRecord): TypeNode {
    const { properties, required, additionalProperties, propertyNames } = schema;
    const names: readonly unknown[] = Array.isArray(required) ? required : [];
    const nodes = Object.entries(isJsonRecord(properties) ? properties : {}).map(([name, property]): PropertyNode => {
      const type = this.#read(property);
      return { name, type, ...(names.includes(name) ? {} : { optional: true }) };
    });
    const isIndexed = isJsonRecord(additionalProperties) || additionalProperties === true;
    if (nodes.length === 0 && isIndexed) {
      const key: TypeNode = propertyNames === undefined ? { kind: 'string' } : this.#read(propertyNames);
      return { kind: 'record', key, value: this.#read(additionalProperties) };
    }
    return {
      kind: 'object',
      properties: nodes,
      ...(isIndexed ? { index: this.#read(additionalProperties) } : {}),
      ...(additionalProperties === false ? { strict: true } : {}),
    };
  }

  #readReference(reference: string): TypeNode {
    const known = this.#references.get(reference);
    if (known !== undefined) return { kind: 'reference', name: known };
    const target = this.#resolve(reference);
    if (target === undefined)
      return { kind: 'hole', reason: `its JSON Schema refers to ${reference}, which is not in it` };
    const word = reference.split('/').at(-1) ?? '';
    const name = this.#names.fromPlace(word === '#' || word === '' ? this.#place : [...this.#place, word]);
    this.#references.set(reference, name);
    this.#names.keep(name, this.#read(target));
    return { kind: 'reference', name };
  }

  /** RFC 6901, within the document. */
  #resolve(reference: string): unknown {
    if (!reference.startsWith('#')) return undefined;
    const words = reference
      .slice(1)
      .split('/')
      .filter((word) => word !== '');
    return words.reduce<unknown>(
      (value, word) => propertyOf(value, decodeURIComponent(word).replaceAll('~1', '/').replaceAll('~0', '~')),
      this.#root,
    );
  }
}

/** Words that say nothing of which values belong to a type. */
const ANNOTATIONS = new Set([
  '$schema',
  '$id',
  '$defs',
  '$comment',
  'title',
  'description',
  'default',
  'deprecated',
  'examples',
  'readOnly',
  'writeOnly',
]);

function literalNode(value: unknown): TypeNode {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'literal', value };
  return { kind: 'hole', reason: 'its JSON Schema names a value that is an object or a list' };
}
