import type { JsonSchema } from '../schema/json-schema.js';

/** One member of params or of a result. */
export interface MessageMember {
  readonly name: string;
  readonly schema: JsonSchema;
  /** What it means, where the schema does not say so. */
  readonly doc?: string;
  readonly isRequired?: true;
}

/** The schema of an object with these members. Others may stand beside them and are ignored. */
export function membersSchema(members: readonly MessageMember[]): JsonSchema {
  const required = members.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const properties = members.map(({ name, schema, doc }): [string, JsonSchema] => [name, withDoc(schema, doc)]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
  };
}

function withDoc(schema: JsonSchema, description: string | undefined): JsonSchema {
  if (description === undefined) return schema;
  return '$ref' in schema ? { allOf: [schema], description } : { ...schema, description };
}
