import type { Contract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import type { GeneratedFile } from '../../generated-file.js';
import { PrintMemory } from '../../print-memory.js';
import type { DocumentOptions } from '../document-options.js';
import { printDocument, sortedProcedures } from '../print-document.js';
import { clientMessages, serverNotifications } from '../protocol/system-messages.js';
import { WireSchemas } from '../protocol/wire-schemas.js';
import { SchemaTable } from '../schema/schema-table.js';
import { methodOf, notificationOf, systemMethodOf } from './method.js';
import { errorComponents } from './method-errors.js';

/**
 * The contract as an OpenRPC document (https://spec.open-rpc.org): a method for each procedure and for each request of the protocol.
 * OpenRPC has no words for what a server says of its own accord: that stands in `x-notifications`, and the events of a subscription
 * in the `x-event` of its method.
 */
export function emitOpenrpc(
  contract: Contract,
  options: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): GeneratedFile {
  const document = openrpcDocument(contract, options, memory);
  return printDocument('docs/openrpc.json', document, { sections: ['methods', 'components.schemas'], memory });
}

/** The document itself, as the server answers `rpc.discover` with it. */
export function openrpcDocument(contract: Contract, options: DocumentOptions, memory?: PrintMemory): Json {
  const table = new SchemaTable(contract, { dialect: 'draft-07', folder: '#/components/schemas/', memory });
  const wire = new WireSchemas(table, contract.errorData);
  const procedures = sortedProcedures(contract).map(([path, procedure]) =>
    table.section(`method ${path}`, procedure, () => methodOf(path, procedure, table, wire)),
  );
  const system = clientMessages(wire).map(systemMethodOf);
  const notifications = serverNotifications(wire).map(notificationOf);
  wire.error();
  return {
    openrpc: OPENRPC_VERSION,
    info: {
      title: options.title,
      version: options.version,
      ...(options.description === undefined ? {} : { description: options.description }),
    },
    ...(options.url === undefined ? {} : { servers: [{ name: 'default', url: options.url }] }),
    methods: [...procedures, ...system],
    'x-notifications': notifications,
    'x-subprotocol': 'trunkline.v1',
    'x-transformer': contract.transformer,
    components: { schemas: table.definitions(), errors: errorComponents() },
  };
}

/** The newest that its official schema accepts. */
const OPENRPC_VERSION = '1.3.2';
