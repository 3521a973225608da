import type { Contract } from '../../contract/contract.js';
import type { GeneratedFile } from '../generated-file.js';
import { emitAsyncapi } from './asyncapi/emit-asyncapi.js';
import type { DocumentOptions } from './document-options.js';
import { emitJsonSchemas } from './json-schemas/emit-json-schemas.js';
import { emitOpenrpc } from './openrpc/emit-openrpc.js';
import { emitReference } from './reference/emit-reference.js';

/** The documents of a contract, all in the folder `docs`. */
export function emitDocuments(contract: Contract, options: DocumentOptions): readonly GeneratedFile[] {
  return [
    emitOpenrpc(contract, options),
    emitAsyncapi(contract, options),
    emitJsonSchemas(contract, options),
    emitReference(contract, options),
  ];
}
