import {
  CONTRACT_FORMAT,
  type Contract,
  type ProcedureContract,
  type Transformer,
  type TypeSource,
} from '../../contract/contract.js';
import { ownMember } from '../../contract/own-member.js';
import { namesReachedBy } from '../../contract/reach.js';
import { isSameJson } from '../../contract/same-json.js';
import type { TypeNode } from '../../contract/type-node.js';
import type { CompilerProcedure, CompilerReading, SchemaProcedure, SchemaReading } from '../reading.js';
import { JsonForm, sortTypes } from './json-form.js';
import { NodeMerger } from './node-merger.js';
import { TypeTable } from './type-table.js';

/**
 * The contract that a router's schemas and its types say together. Either reading may be missing; what it alone knows is
 * then a hole or without constraints.
 *
 * @throws TypeError when both are missing.
 */
export function mergeReadings(schema: SchemaReading | undefined, compiler: CompilerReading | undefined): Contract {
  const transformer = transformerOf(schema, compiler);
  const table = new TypeTable(schema?.types ?? {}, compiler?.types ?? {});
  const merger = new NodeMerger(table);
  const paths = new Set([...Object.keys(schema?.procedures ?? {}), ...Object.keys(compiler?.procedures ?? {})]);
  const procedures: Record<string, ProcedureContract> = {};
  for (const path of [...paths].toSorted()) {
    const ours = ownMember(schema?.procedures, path);
    const theirs = ownMember(compiler?.procedures, path);
    const procedure = mergeProcedure(merger, table, ours, theirs);
    if (procedure !== undefined) procedures[path] = procedure;
  }
  const errorData = compiler?.errorData === undefined ? undefined : table.adopt(compiler.errorData);
  const whole: Contract = {
    trunkline: CONTRACT_FORMAT,
    transformer,
    procedures,
    types: table.finished(),
    ...(errorData === undefined ? {} : { errorData }),
  };
  return keepReached(transformer === 'none' ? withJsonOutputs(whole) : whole);
}

function transformerOf(schema: SchemaReading | undefined, compiler: CompilerReading | undefined): Transformer {
  if (schema !== undefined) return schema.transformer;
  if (compiler === undefined) throw new TypeError('A contract needs the reading of schemas, of types, or both.');
  return compiler.hasTransformer ? 'other' : 'none';
}

function mergeProcedure(
  merger: NodeMerger,
  table: TypeTable,
  schema: SchemaProcedure | undefined,
  compiler: CompilerProcedure | undefined,
): ProcedureContract | undefined {
  const kind = schema?.kind ?? compiler?.kind;
  if (kind === undefined) return undefined;
  const side = (name: 'input' | 'output'): TypeNode => mergeSide(merger, table, schema?.[name], compiler?.[name]);
  const input = side('input');
  const output = side('output');
  const doc = schema?.doc ?? compiler?.doc;
  const deprecated = schema?.deprecated ?? compiler?.deprecated;
  return {
    kind,
    input,
    output,
    ...(compiler?.tracked === true ? { tracked: true } : {}),
    ...(schema?.errors === undefined ? {} : { errors: schema.errors }),
    ...(doc === undefined ? {} : { doc }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(schema?.meta === undefined ? {} : { meta: schema.meta }),
    source: {
      input: sourceOf(input, schema?.input, compiler?.input),
      output: sourceOf(output, schema?.output, compiler?.output),
    },
  };
}

function mergeSide(
  merger: NodeMerger,
  table: TypeTable,
  schema: TypeNode | undefined,
  compiler: TypeNode | undefined,
): TypeNode {
  if (schema !== undefined && compiler !== undefined) return merger.merge(schema, compiler);
  if (compiler !== undefined) return table.adopt(compiler);
  if (schema === undefined) return { kind: 'hole', reason: 'neither a schema nor a type is known' };
  return table.keep(schema);
}

function sourceOf(merged: TypeNode, schema: TypeNode | undefined, compiler: TypeNode | undefined): TypeSource {
  if (merged.kind === 'hole') return 'none';
  if (schema === undefined || schema.kind === 'hole') return 'compiler';
  if (compiler === undefined || isSameJson(merged, schema)) return 'schema';
  return isSameJson(merged, compiler) ? 'compiler' : 'both';
}

function withJsonOutputs(contract: Contract): Contract {
  const inputs = Object.values(contract.procedures).map(({ input }) => input);
  const keptAsTheyAre = new Set(namesReachedBy(inputs, contract.types));
  const form = new JsonForm(contract.types, (name) => !keptAsTheyAre.has(name));
  const procedures = Object.fromEntries(
    Object.entries(contract.procedures).map(([path, procedure]) => [
      path,
      { ...procedure, output: form.of(procedure.output) },
    ]),
  );
  const errorData = contract.errorData === undefined ? {} : { errorData: form.of(contract.errorData) };
  return { ...contract, procedures, ...errorData, types: { ...contract.types, ...form.types() } };
}

function keepReached(contract: Contract): Contract {
  const { procedures, types, errorData } = contract;
  const roots = Object.values(procedures).flatMap(({ input, output }) => [input, output]);
  const reached = new Set(namesReachedBy(errorData === undefined ? roots : [...roots, errorData], types));
  return {
    ...contract,
    types: sortTypes(Object.fromEntries(Object.entries(types).filter(([name]) => reached.has(name)))),
  };
}
