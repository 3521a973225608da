import type { SchemaProcedure, SchemaReading } from '../reading.js';
import { collectProcedures, type RuntimeProcedure } from './collect-procedures.js';
import { joinSides } from './join-sides.js';
import { ParserReader } from './parser-reader.js';
import { readMeta } from './read-meta.js';
import { readTransformer } from './read-transformer.js';
import { DefaultTable } from './zod/default-table.js';

/**
 * Reads what a router's own objects say of its procedures, loading its lazy routers. A hole stands where no schema says
 * anything.
 *
 * @param router of tRPC 11, with schemas of any library; those of zod 4 say most.
 * @throws TypeError for a value that is no router, and for a meta that is not as it must be; what a lazy router throws.
 */
export async function readSchemas(router: unknown): Promise<SchemaReading> {
  const procedures = await collectProcedures(router);
  const transformer = readTransformer(router);
  const defaults = new DefaultTable();
  const reading = readProcedures(procedures, defaults);
  letTimePass();
  const changing = defaults.findChanging();
  if (changing.size === 0) return { transformer, ...reading };
  return { transformer, ...readProcedures(procedures, new DefaultTable(changing)) };
}

function readProcedures(
  procedures: readonly RuntimeProcedure[],
  defaults: DefaultTable,
): Pick<SchemaReading, 'procedures' | 'types'> {
  const inputs = new ParserReader('input', defaults);
  const outputs = new ParserReader('output', defaults);
  const read = procedures.map((procedure) => ({
    ...procedure,
    input: inputs.input(procedure),
    output: outputs.output(procedure),
  }));
  const sides = joinSides(inputs.types(), outputs.types());
  const entries = read.map(({ path, kind, input, output, meta }): readonly [string, SchemaProcedure] => [
    path,
    { kind, input: sides.input(input), output: sides.output(output), ...readMeta(path, meta) },
  ]);
  return { procedures: Object.fromEntries(entries), types: sides.types };
}

const TWO_MILLISECONDS = 2;

// So that a default which is the hour is another one when it is asked again.
function letTimePass(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, TWO_MILLISECONDS);
}
