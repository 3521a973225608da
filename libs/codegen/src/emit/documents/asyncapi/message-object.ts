import type { ProcedureContract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import { callParams, callResult, eventParams } from '../protocol/call-members.js';
import { type MessageMember, membersSchema } from '../protocol/message-member.js';
import type { SystemMessage } from '../protocol/system-messages.js';
import type { WireSchemas } from '../protocol/wire-schemas.js';
import { descriptionOf } from '../schema/annotate.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { SchemaTable } from '../schema/schema-table.js';

/** A message of AsyncAPI, by the name under which it stands among the components. */
export interface MessageObject {
  readonly name: string;
  readonly title: string;
  readonly summary?: string;
  readonly deprecated?: boolean;
  readonly payload: JsonSchema;
  /** What ties messages to each other: the id of a call, or the number of a subscription. */
  readonly correlation?: 'call' | 'subscription';
}

/** The call of a procedure, or the subscribe to it. */
export function callMessage(
  name: string,
  path: string,
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): MessageObject {
  const { kind, deprecated } = procedure;
  const summary = descriptionOf(procedure);
  return {
    name: `${name}.${kind === 'subscription' ? 'subscribe' : 'call'}`,
    title: path,
    ...(summary === '' ? {} : { summary }),
    ...(deprecated === undefined ? {} : { deprecated: true }),
    payload: requestSchema(path, callParams(procedure, table, wire), wire),
    correlation: 'call',
  };
}

/** The answer to a call. Of another form than an answer whose output went ahead in parts, even where it holds no output. */
export function answerMessage(
  name: string,
  path: string,
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): MessageObject {
  const members = callResult(procedure, table, wire);
  const hasOutput = members.some(({ name: member, isRequired }) => member === 'output' && isRequired);
  const result = membersSchema(members);
  return {
    name: `${name}.answer`,
    title: `The answer of ${path}`,
    payload: responseSchema(hasOutput ? result : { ...result, not: { required: ['parts'] } }, wire),
    correlation: 'call',
  };
}

/** An event of a subscription. */
export function eventMessage(
  name: string,
  path: string,
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): MessageObject {
  return {
    name: `${name}.event`,
    title: `An event of ${path}`,
    payload: notificationSchema('rpc.next', eventParams(procedure, table, wire)),
    correlation: 'subscription',
  };
}

/** A message of the protocol itself. */
export function systemMessage({ method, summary, params, result }: SystemMessage, wire: WireSchemas): MessageObject {
  return {
    name: method,
    title: method,
    summary,
    payload: result === undefined ? notificationSchema(method, params) : requestSchema(method, params, wire),
    ...(result === undefined ? {} : { correlation: 'call' }),
  };
}

/** The answer to a request of the protocol itself. */
export function systemAnswer(method: string, result: readonly MessageMember[], wire: WireSchemas): MessageObject {
  return {
    name: `${method}.answer`,
    title: method === 'rpc.hello' ? 'The welcome' : `The answer to ${method}`,
    payload: responseSchema(membersSchema(result), wire),
    correlation: 'call',
  };
}

/** A response without error, whose result has this form. */
export function responseSchema(result: JsonSchema, wire: WireSchemas): JsonSchema {
  return {
    type: 'object',
    properties: { jsonrpc: { const: '2.0' }, id: wire.id(), result },
    required: ['jsonrpc', 'id', 'result'],
  };
}

function requestSchema(method: string, params: readonly MessageMember[], wire: WireSchemas): JsonSchema {
  return {
    type: 'object',
    properties: { jsonrpc: { const: '2.0' }, id: wire.id(), method: { const: method }, params: membersSchema(params) },
    required: ['jsonrpc', 'id', 'method', ...(params.some(({ isRequired }) => isRequired) ? ['params'] : [])],
  };
}

function notificationSchema(method: string, params: readonly MessageMember[]): JsonSchema {
  return {
    type: 'object',
    properties: { jsonrpc: { const: '2.0' }, method: { const: method }, params: membersSchema(params) },
    required: ['jsonrpc', 'method', 'params'],
  };
}

/** A message as it stands among the components. */
export function messageComponent({ name, title, summary, deprecated, payload, correlation }: MessageObject): Json {
  return {
    name,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(deprecated ? { deprecated } : {}),
    contentType: 'application/json',
    ...(correlation === undefined ? {} : { correlationId: { $ref: `#/components/correlationIds/${correlation}` } }),
    payload,
  };
}
