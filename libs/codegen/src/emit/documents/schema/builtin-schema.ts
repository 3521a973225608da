import { unreachable } from '@trunkline/protocol';
import type { BuiltinNode } from '../../../contract/type-node.js';
import type { JsonSchema, SchemaScope } from './json-schema.js';

/** An object of the language's own library, as superjson or `JSON.stringify` writes it. */
export function builtinSchema(node: BuiltinNode, scope: SchemaScope): JsonSchema {
  switch (node.name) {
    case 'Date':
      return { type: 'string', format: 'date-time' };
    case 'URL':
      return { type: 'string', format: 'uri' };
    default:
      return scope.form === 'json' ? stringifiedSchema(node) : annotatedSchema(node, scope);
  }
}

function annotatedSchema(node: BuiltinNode, scope: SchemaScope): JsonSchema {
  const [first, second] = (node.of ?? []).map((child) => scope.write(child));
  switch (node.name) {
    case 'Map':
    case 'ReadonlyMap':
      return { type: 'array', items: entrySchema(first ?? {}, second ?? {}, scope) };
    case 'Set':
    case 'ReadonlySet':
      return { type: 'array', items: first ?? {} };
    case 'RegExp':
      return { type: 'string', pattern: '^/[\\s\\S]*/[a-z]*$' };
    case 'Error':
      return {
        type: 'object',
        properties: { name: { type: 'string' }, message: { type: 'string' } },
        required: ['name', 'message'],
      };
    case 'Uint8Array':
      return { type: 'array', items: { type: 'integer', minimum: 0, maximum: 255 } };
    case 'Date':
    case 'URL':
      return { type: 'string' };
    default:
      return unreachable(node.name);
  }
}

function entrySchema(key: JsonSchema, value: JsonSchema, { dialect }: SchemaScope): JsonSchema {
  const pair = { type: 'array', minItems: 2, maxItems: 2 };
  return dialect === 'draft-07' ? { ...pair, items: [key, value] } : { ...pair, prefixItems: [key, value] };
}

// `JSON.stringify` writes the enumerable members of an object, and these have none but bytes.
function stringifiedSchema({ name }: BuiltinNode): JsonSchema {
  if (name !== 'Uint8Array') return { type: 'object' };
  return { type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: 255 } };
}
