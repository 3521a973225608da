import type { Annotated } from '../../../contract/type-node.js';
import type { JsonSchema, SchemaDialect } from './json-schema.js';

/** Lays what is said of a type beside its schema. Draft 7 passes over what stands beside `$ref`, so there it stands around it. */
export function annotate(schema: JsonSchema, node: Annotated, dialect: SchemaDialect): JsonSchema {
  const description = descriptionOf(node, schema['description']);
  const annotations: JsonSchema = {
    ...(description === '' ? {} : { description }),
    ...(node.deprecated === undefined ? {} : { deprecated: true }),
    ...(node.default === undefined ? {} : { default: node.default }),
  };
  if (Object.keys(annotations).length === 0) return schema;
  if ('$ref' in schema && dialect === 'draft-07') return { allOf: [schema], ...annotations };
  return { ...schema, ...annotations };
}

/** What a node says of itself, with the reason not to use it any more. */
export function descriptionOf({ doc, deprecated }: Annotated, more?: unknown): string {
  const reason = deprecated === undefined ? undefined : `Deprecated: ${deprecated || 'do not use it any more.'}`;
  return [doc, typeof more === 'string' ? more : undefined, reason].filter((part) => part).join('\n\n');
}
