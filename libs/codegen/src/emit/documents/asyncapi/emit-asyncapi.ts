import { NATIVE_SUBPROTOCOL } from '@trunkline/protocol';
import type { Contract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import type { GeneratedFile } from '../../generated-file.js';
import { PrintMemory } from '../../print-memory.js';
import type { DocumentOptions } from '../document-options.js';
import { printDocument, sortedProcedures } from '../print-document.js';
import { clientMessages, serverNotifications } from '../protocol/system-messages.js';
import { WireSchemas } from '../protocol/wire-schemas.js';
import { componentName, SchemaTable } from '../schema/schema-table.js';
import {
  answerMessage,
  callMessage,
  eventMessage,
  messageComponent,
  systemAnswer,
  systemMessage,
} from './message-object.js';
import { OperationList } from './operation-list.js';
import { BATCH_ANSWER_MESSAGE, BATCH_MESSAGE, failureMessage, partedMessage } from './shared-messages.js';

/**
 * The contract as an AsyncAPI document (https://www.asyncapi.com/docs/reference/specification/v3.0.0), seen from the server: it
 * receives what clients send. One WebSocket is one channel, on which every message of the native dialect travels.
 */
export function emitAsyncapi(
  contract: Contract,
  options: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): GeneratedFile {
  const sections = ['operations', 'components.messages', 'components.schemas'];
  return printDocument('docs/asyncapi.json', asyncapiDocument(contract, options, memory), { sections, memory });
}

export function asyncapiDocument(
  contract: Contract,
  options: DocumentOptions,
  memory: PrintMemory = new PrintMemory(),
): Json {
  const table = new SchemaTable(contract, { dialect: 'draft-07', folder: '#/components/schemas/', memory });
  const wire = new WireSchemas(table, contract.errorData);
  const list = new OperationList(memory);
  addOperations(list, contract, table, wire);
  return {
    asyncapi: '3.0.0',
    info: {
      title: options.title,
      version: options.version,
      ...(options.description === undefined ? {} : { description: options.description }),
    },
    ...(options.url === undefined ? {} : { servers: { default: serverOf(options.url) } }),
    defaultContentType: 'application/json',
    channels: { rpc: channelOf(list) },
    operations: list.operations(),
    components: {
      messages: Object.fromEntries(
        list
          .messages()
          .map((message) => [
            message.name,
            memory.recall(`message ${message.name}`, message, () => messageComponent(message)),
          ]),
      ),
      schemas: table.definitions(),
      correlationIds: {
        call: { description: 'The id of the request.', location: '$message.payload#/id' },
        subscription: {
          description: 'The number of the subscription.',
          location: '$message.payload#/params/subscription',
        },
      },
    },
  };
}

function addOperations(list: OperationList, contract: Contract, table: SchemaTable, wire: WireSchemas): void {
  const failure = failureMessage(wire);
  const parted = partedMessage(wire);
  for (const [path, procedure] of sortedProcedures(contract)) {
    const name = componentName(path);
    const isSubscription = procedure.kind === 'subscription';
    const { call, answer, event } = table.section(`messages ${path}`, procedure, () => ({
      call: callMessage(name, path, procedure, table, wire),
      answer: answerMessage(name, path, procedure, table, wire),
      event: isSubscription ? eventMessage(name, path, procedure, table, wire) : undefined,
    }));
    list.receive(name, call, [answer, ...(isSubscription ? [] : [parted]), failure], [procedure.kind]);
    if (event !== undefined) list.send(`${name}.events`, event, [procedure.kind]);
  }
  for (const message of clientMessages(wire)) {
    const answers = message.result === undefined ? [] : [systemAnswer(message.method, message.result, wire), failure];
    list.receive(message.method, systemMessage(message, wire), answers, ['protocol']);
  }
  list.receive('rpc.batch', BATCH_MESSAGE, [BATCH_ANSWER_MESSAGE, failure], ['protocol']);
  for (const message of serverNotifications(wire))
    list.send(message.method, systemMessage(message, wire), ['protocol']);
}

function channelOf(list: OperationList): Json {
  const messages = list.messages().map(({ name }): [string, Json] => [name, { $ref: `#/components/messages/${name}` }]);
  const subprotocol = { type: 'string', const: NATIVE_SUBPROTOCOL };
  return {
    address: null,
    title: 'The connection',
    description:
      'JSON-RPC 2.0, one message in a text frame. Answers do not name their method: an answer belongs to the request whose id it ' +
      'carries, and an event to the subscription whose number it carries.',
    messages: Object.fromEntries(messages),
    bindings: {
      ws: {
        method: 'GET',
        headers: {
          type: 'object',
          properties: { 'Sec-WebSocket-Protocol': subprotocol },
          required: ['Sec-WebSocket-Protocol'],
        },
        bindingVersion: '0.1.0',
      },
    },
  };
}

function serverOf(text: string): Json {
  const { protocol, host, pathname } = new URL(text);
  return { host, pathname, protocol: protocol.slice(0, -1) };
}
