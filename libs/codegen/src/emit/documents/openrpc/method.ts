import type { ProcedureContract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import { callParams, callResult, eventParams } from '../protocol/call-members.js';
import { type MessageMember, membersSchema } from '../protocol/message-member.js';
import type { SystemMessage } from '../protocol/system-messages.js';
import type { WireSchemas } from '../protocol/wire-schemas.js';
import { descriptionOf } from '../schema/annotate.js';
import type { SchemaTable } from '../schema/schema-table.js';
import { methodErrors } from './method-errors.js';

/** A procedure as an OpenRPC method. */
export function methodOf(path: string, procedure: ProcedureContract, table: SchemaTable, wire: WireSchemas): Json {
  const { kind, doc, deprecated, errors, meta, tracked } = procedure;
  const description = descriptionOf(procedure);
  return {
    name: path,
    tags: [{ name: kind }],
    ...(doc === undefined ? {} : { summary: firstLine(doc) }),
    ...(description === '' || description === firstLine(doc ?? '') ? {} : { description }),
    paramStructure: 'by-name',
    params: callParams(procedure, table, wire).map(contentDescriptor),
    result: { name: 'result', schema: membersSchema(callResult(procedure, table, wire)) },
    errors: methodErrors(procedure),
    ...(deprecated === undefined ? {} : { deprecated: true }),
    'x-kind': kind,
    ...(kind === 'subscription' ? { 'x-event': eventOf(procedure, table, wire) } : {}),
    ...(tracked ? { 'x-tracked': true } : {}),
    ...(errors === undefined ? {} : { 'x-errors': errors }),
    ...(meta === undefined ? {} : { 'x-meta': meta }),
  };
}

/** A request or notification of the protocol; a method without result is a notification. */
export function systemMethodOf({ method, summary, params, result }: SystemMessage): Json {
  return {
    name: method,
    tags: [{ name: 'protocol' }],
    summary,
    paramStructure: 'by-name',
    params: params.map(contentDescriptor),
    ...(result === undefined ? {} : { result: { name: 'result', schema: membersSchema(result) } }),
  };
}

/** What a server says of its own accord, in the words that OpenRPC has for methods. */
export function notificationOf({ method, summary, params }: SystemMessage): Json {
  return { name: method, summary, paramStructure: 'by-name', params: params.map(contentDescriptor) };
}

function eventOf(procedure: ProcedureContract, table: SchemaTable, wire: WireSchemas): Json {
  return {
    name: 'rpc.next',
    paramStructure: 'by-name',
    params: eventParams(procedure, table, wire).map(contentDescriptor),
  };
}

function contentDescriptor({ name, schema, doc, isRequired }: MessageMember): Json {
  return {
    name,
    ...(doc === undefined ? {} : { description: doc }),
    ...(isRequired ? { required: true } : {}),
    schema,
  };
}

function firstLine(doc: string): string {
  return doc.split('\n', 1)[0] ?? '';
}
