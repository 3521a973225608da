import type { JsonRecord } from '@trunkline/protocol';
import type { TypeNode } from '../../contract/type-node.js';

/** A scalar type of JSON Schema (draft 2020-12), with its bounds. */
export function jsonScalar(type: unknown, schema: JsonRecord): TypeNode {
  switch (type) {
    case 'null':
    case 'boolean':
      return { kind: type };
    case 'string': {
      const { format, pattern } = schema;
      return {
        kind: 'string',
        ...(typeof format === 'string' ? { format } : {}),
        ...(typeof pattern === 'string' ? { patterns: [pattern] } : {}),
        ...numbers(schema, ['minLength', 'maxLength']),
      };
    }
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        ...(type === 'integer' ? { integer: true } : {}),
        ...numbers(schema, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']),
      };
    default:
      return { kind: 'hole', reason: `its JSON Schema says the type ${JSON.stringify(type)}, which there is not` };
  }
}

function numbers(schema: JsonRecord, names: readonly string[]): Readonly<Record<string, number>> {
  const found = names.flatMap((name) => {
    const value = schema[name];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}
