import type { Contract } from '../../contract/contract.js';
import type { GeneratedFile } from '../generated-file.js';
import { PrintMemory } from '../print-memory.js';
import { emitAsyncapi } from './asyncapi/emit-asyncapi.js';
import type { DocumentOptions } from './document-options.js';
import { emitJsonSchemas } from './json-schemas/emit-json-schemas.js';
import { emitOpenrpc } from './openrpc/emit-openrpc.js';
import { emitReference } from './reference/emit-reference.js';

/**
 * The documents of a contract, all in the folder `docs`.
 *
 * @param memory what was printed of the contract before this one.
 */
export function emitDocuments(
  contract: Contract,
  options: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): readonly GeneratedFile[] {
  return [
    emitOpenrpc(contract, options, memory),
    emitAsyncapi(contract, options, memory),
    emitJsonSchemas(contract, options, memory),
    emitReference(contract, options, memory),
  ];
}
