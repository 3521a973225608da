import type { Contract, ProcedureContract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { SchemaTable } from '../schema/schema-table.js';
import { WireSchemas } from './wire-schemas.js';

/** What the schemas of one document are made with. */
export function createWire(transformer: Transformer, errorData?: TypeNode): { table: SchemaTable; wire: WireSchemas } {
  const contract: Contract = { trunkline: 1, transformer, procedures: {}, types: {} };
  const table = new SchemaTable(contract, { dialect: '2020-12', folder: '#/' });
  return { table, wire: new WireSchemas(table, errorData) };
}

/** A procedure that takes and gives text. */
export function procedureOf(kind: ProcedureContract['kind'], more: Partial<ProcedureContract> = {}): ProcedureContract {
  const text: TypeNode = { kind: 'string' };
  return { kind, input: text, output: text, source: { input: 'both', output: 'both' }, ...more };
}
