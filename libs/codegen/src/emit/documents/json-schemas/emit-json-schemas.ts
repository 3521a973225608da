import type { Contract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import type { GeneratedFile } from '../../generated-file.js';
import { PrintMemory } from '../../print-memory.js';
import type { DocumentOptions } from '../document-options.js';
import { printDocument, sortedProcedures } from '../print-document.js';
import { WireSchemas } from '../protocol/wire-schemas.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { componentName, SchemaTable } from '../schema/schema-table.js';

/**
 * The payloads of all procedures and the named types as one bundle of JSON Schema 2020-12. One file, because validators and generators
 * of code want no search for the others: `bundle.json#/$defs/orders.byId.input`. A payload is described as it travels, so with
 * superjson as `{ json, meta }`; a named type as it stands within it.
 */
export function emitJsonSchemas(
  contract: Contract,
  { title, description }: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): GeneratedFile {
  const table = new SchemaTable(contract, { dialect: '2020-12', folder: '#/$defs/', memory });
  const payloads: Record<string, JsonSchema> = {};
  for (const [path, procedure] of sortedProcedures(contract)) {
    const { input, output } = table.section(`payloads ${path}`, procedure, () => ({
      input: table.input(procedure.input).schema,
      output: table.output(procedure.output).schema,
    }));
    const name = componentName(path);
    payloads[`${name}.input`] = input;
    payloads[`${name}.${procedure.kind === 'subscription' ? 'event' : 'output'}`] = output;
  }
  new WireSchemas(table, contract.errorData).error();
  const document: Json = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...(description === undefined ? {} : { description }),
    $defs: { ...payloads, ...table.definitions() },
  };
  return printDocument('docs/schemas/bundle.json', document, { sections: ['$defs'], memory });
}
