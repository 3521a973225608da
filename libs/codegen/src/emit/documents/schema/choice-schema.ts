import type { Json } from '../../../contract/json.js';
import type { EnumNode, TypeNode } from '../../../contract/type-node.js';
import type { JsonSchema, SchemaScope } from './json-schema.js';

/** Any of several types: those of one value each as one `enum`, and what is said twice only once. */
export function unionSchema(members: readonly TypeNode[], scope: SchemaScope): JsonSchema {
  const schemas = new Map<string, JsonSchema>();
  const values: Json[] = [];
  for (const schema of members.flatMap((member) => alternatives(scope.write(member)))) {
    if (Object.keys(schema).length === 0) return {};
    const value = onlyValue(schema);
    if (value === undefined) schemas.set(JSON.stringify(schema), schema);
    else if (!values.includes(value)) values.push(value);
  }
  const hasNull = schemas.delete(JSON.stringify(NULL));
  const texts = values.length === 0 ? [] : [valuesSchema(values)];
  const all = [...texts, ...schemas.values(), ...(hasNull ? [NULL] : [])];
  const [first] = all;
  return first === undefined ? { not: {} } : all.length === 1 ? first : { anyOf: all };
}

/** All of several types at once. */
export function intersectionSchema(members: readonly TypeNode[], scope: SchemaScope): JsonSchema {
  const schemas = members.map((member) => scope.write(member)).filter((schema) => Object.keys(schema).length > 0);
  const [first] = schemas;
  return first === undefined ? {} : schemas.length === 1 ? first : { allOf: schemas };
}

/** The values of an enum, with what is said of each, since JSON Schema has no place for that but the description. */
export function enumSchema({ members }: EnumNode): JsonSchema {
  const documented = members.filter(({ doc }) => doc !== undefined);
  const description = documented.map(({ value, doc }) => `- \`${JSON.stringify(value)}\`: ${doc}`).join('\n');
  return {
    enum: members.map(({ value }) => value),
    ...(description === '' ? {} : { description }),
  };
}

// A union in a union is one of more members, unless something is said of it.
function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  const { anyOf, ...rest } = schema;
  return Array.isArray(anyOf) && Object.keys(rest).length === 0 ? anyOf.filter(isSchema) : [schema];
}

function isSchema(json: Json): json is JsonSchema {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const NULL: JsonSchema = { type: 'null' };

function valuesSchema(values: readonly Json[]): JsonSchema {
  const [first] = values;
  return values.length === 1 && first !== undefined ? { const: first } : { enum: values };
}

// A constant that is annotated stays a schema of its own, for the sake of what is said of it.
function onlyValue(schema: JsonSchema): Json | undefined {
  return Object.keys(schema).length === 1 ? schema['const'] : undefined;
}
