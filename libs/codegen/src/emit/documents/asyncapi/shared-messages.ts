import type { WireSchemas } from '../protocol/wire-schemas.js';
import { type MessageObject, responseSchema } from './message-object.js';

/** An error in answer to any request. Under the id `null` stands that of a message that named no request. */
export function failureMessage(wire: WireSchemas): MessageObject {
  return {
    name: 'rpc.failure',
    title: 'An error',
    payload: {
      type: 'object',
      properties: { jsonrpc: { const: '2.0' }, id: { anyOf: [wire.id(), { type: 'null' }] }, error: wire.error() },
      required: ['jsonrpc', 'id', 'error'],
    },
    correlation: 'call',
  };
}

/** The answer to a call whose output went ahead in pieces. */
export function partedMessage(wire: WireSchemas): MessageObject {
  const result = {
    type: 'object',
    properties: { parts: { type: 'integer', minimum: 1 }, replayed: { const: true } },
    required: ['parts'],
  };
  return {
    name: 'rpc.parted',
    title: 'The answer after parts',
    summary: 'The output of the call is the texts of so many `rpc.part`, joined.',
    payload: responseSchema(result, wire),
    correlation: 'call',
  };
}

/** Several requests and notifications in one array. */
export const BATCH_MESSAGE: MessageObject = {
  name: 'rpc.batch',
  title: 'A batch',
  summary: 'Messages that are handled as if they had come one by one.',
  payload: { type: 'array', minItems: 1, items: { type: 'object', required: ['jsonrpc', 'method'] } },
};

/** All answers to a batch. */
export const BATCH_ANSWER_MESSAGE: MessageObject = {
  name: 'rpc.batch.answer',
  title: 'The answers to a batch',
  summary: 'In the order in which they came to be.',
  payload: { type: 'array', minItems: 1, items: { type: 'object', required: ['jsonrpc', 'id'] } },
};
