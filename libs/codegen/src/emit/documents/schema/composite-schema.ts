import type { ArrayNode, ObjectNode, RecordNode, TupleNode, TypeNode } from '../../../contract/type-node.js';
import type { JsonSchema, SchemaScope } from './json-schema.js';
import { mayBeUndefined } from './may-be-undefined.js';

export function arraySchema(node: ArrayNode, scope: SchemaScope): JsonSchema {
  const { minItems, maxItems } = node;
  return {
    type: 'array',
    items: scope.write(node.items),
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
  };
}

export function tupleSchema(node: TupleNode, scope: SchemaScope): JsonSchema {
  const items = node.items.map(({ type, name }) => withTitle(scope.write(type), name));
  const rest = node.rest === undefined ? undefined : scope.write(node.rest);
  const minItems = node.items.filter(({ optional }) => !optional).length;
  const bounds = { minItems, ...(rest === undefined ? { maxItems: items.length } : {}) };
  if (items.length === 0) return { type: 'array', ...bounds, ...(rest === undefined ? {} : { items: rest }) };
  return scope.dialect === 'draft-07'
    ? { type: 'array', ...bounds, items, ...(rest === undefined ? {} : { additionalItems: rest }) }
    : { type: 'array', ...bounds, prefixItems: items, ...(rest === undefined ? {} : { items: rest }) };
}

export function objectSchema(node: ObjectNode, scope: SchemaScope): JsonSchema {
  const required = node.properties.filter(
    ({ type, optional }) => !optional && !(scope.form === 'json' && mayBeUndefined(type, scope.types)),
  );
  const others = node.index === undefined ? undefined : scope.writePresent(node.index);
  return {
    type: 'object',
    // An object literal would take a property `__proto__` for its prototype.
    properties: Object.fromEntries(node.properties.map(({ name, type }) => [name, scope.writePresent(type)])),
    ...(required.length === 0 ? {} : { required: required.map(({ name }) => name) }),
    ...(others === undefined ? (node.strict ? { additionalProperties: false } : {}) : { additionalProperties: others }),
  };
}

/** A record whose keys can be counted names them; of others the schema says what a key looks like. */
export function recordSchema(node: RecordNode, scope: SchemaScope): JsonSchema {
  const value = scope.writePresent(node.value);
  const names = namesOf(node.key, scope.types, new Set());
  if (names !== undefined) {
    const isRequired = !node.partial && !(scope.form === 'json' && mayBeUndefined(node.value, scope.types));
    return {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, value])),
      ...(isRequired && names.length > 0 ? { required: names } : {}),
    };
  }
  const key = keySchema(node.key, scope);
  return { type: 'object', additionalProperties: value, ...(key === undefined ? {} : { propertyNames: key }) };
}

function withTitle(schema: JsonSchema, title: string | undefined): JsonSchema {
  return title === undefined || '$ref' in schema ? schema : { title, ...schema };
}

/** All keys, where the type of the keys has only so many. */
function namesOf(
  key: TypeNode,
  types: Readonly<Record<string, TypeNode>>,
  open: ReadonlySet<string>,
): readonly string[] | undefined {
  switch (key.kind) {
    case 'literal':
      return [String(key.value)];
    case 'enum':
      return key.members.map(({ value }) => String(value));
    case 'union': {
      const names: string[] = [];
      for (const member of key.of) {
        const known = namesOf(member, types, open);
        if (known === undefined) return undefined;
        names.push(...known);
      }
      return names;
    }
    case 'brand':
      return namesOf(key.of, types, open);
    case 'reference': {
      const target = types[key.name];
      if (target === undefined || open.has(key.name)) return undefined;
      return namesOf(target, types, new Set([...open, key.name]));
    }
    default:
      return undefined;
  }
}

function keySchema(key: TypeNode, scope: SchemaScope): JsonSchema | undefined {
  if (key.kind === 'number') return { pattern: '^-?[0-9]' };
  if (key.kind === 'string' || key.kind === 'template') {
    const schema = scope.write(key);
    return Object.keys(schema).length === 1 ? undefined : schema;
  }
  return key.kind === 'brand' ? keySchema(key.of, scope) : undefined;
}
