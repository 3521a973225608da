import type { ProcedureContract, ProcedureKind } from '../../../contract/contract.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { SchemaTable } from '../schema/schema-table.js';
import type { MessageMember } from './message-member.js';
import type { WireSchemas } from './wire-schemas.js';

/** The params of a call or subscribe. */
export function callParams(
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): readonly MessageMember[] {
  const { schema, isRequired } = table.input(procedure.input);
  const input = { name: 'input', schema, ...(isRequired ? { isRequired: true as const } : {}) };
  return [input, ...optionMembers(procedure.kind, wire)];
}

/** The result of a call, or the answer to a subscribe. */
export function callResult(
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): readonly MessageMember[] {
  if (procedure.kind === 'subscription') return subscribedMembers(wire);
  const { schema, isRequired } = table.output(procedure.output);
  const output = { name: 'output', schema, ...(isRequired ? { isRequired: true as const } : {}) };
  return procedure.kind === 'mutation' ? [output, REPLAYED] : [output];
}

/** The params of an event. */
export function eventParams(
  procedure: ProcedureContract,
  table: SchemaTable,
  wire: WireSchemas,
): readonly MessageMember[] {
  const { schema, isRequired } = table.output(procedure.output);
  return [
    { name: 'subscription', schema: wire.subscription(), isRequired: true },
    { name: 'cursor', schema: wire.cursor(), isRequired: true },
    { name: 'conflated', schema: { type: 'integer', minimum: 1 }, doc: 'How many events were merged into this one.' },
    { name: 'data', schema, ...(isRequired ? { isRequired: true as const } : {}) },
  ];
}

export function subscribedMembers(wire: WireSchemas): readonly MessageMember[] {
  return [
    { name: 'subscription', schema: wire.subscription(), isRequired: true },
    { name: 'cursor', schema: wire.cursor(), isRequired: true },
    {
      name: 'resumed',
      schema: { enum: ['fresh', 'recovered', 'gap'] },
      doc: 'How it begins; after `gap` an `rpc.gap` is the next message.',
      isRequired: true,
    },
  ];
}

const REPLAYED: MessageMember = {
  name: 'replayed',
  schema: { const: true },
  doc: 'An earlier sending of the same mutation was given this answer.',
};

const TRACEPARENT: MessageMember = {
  name: 'traceparent',
  schema: { type: 'string', maxLength: 128 },
  doc: 'Where the call stands in a trace (W3C Trace Context).',
};

const SHAPE: MessageMember = {
  name: 'shape',
  schema: { type: 'string', maxLength: 128 },
  doc: 'The form of the procedure that a generated client knows: refused with `UPGRADE_REQUIRED` where it is not served. Left out: no form is asked of the procedure.',
};

const DEADLINE: MessageMember = {
  name: 'deadlineMs',
  schema: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
  doc: "What is left of the caller's time, counted from arrival.",
};

const SENT: MessageMember = {
  name: 'sent',
  schema: { type: 'object', properties: { epoch: { type: ['string', 'null'], maxLength: 128 } }, required: ['epoch'] },
  doc: 'On every sending but the first: the `epoch` of the welcome that the client had when it first sent the call.',
};

const KEY: MessageMember = {
  name: 'key',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
  doc: 'The same on every sending of one mutation, and on nothing else.',
};

export const MAX_RATE_SCHEMA: JsonSchema = { type: 'number', exclusiveMinimum: 0 };

function optionMembers(kind: ProcedureKind, wire: WireSchemas): readonly MessageMember[] {
  if (kind === 'query') return [DEADLINE, SENT, TRACEPARENT, SHAPE];
  if (kind === 'mutation') return [DEADLINE, KEY, SENT, TRACEPARENT, SHAPE];
  return [
    {
      name: 'credit',
      schema: { type: 'integer', minimum: 0 },
      doc: 'How many events may be sent before more are granted. Left out: as many as the connection takes.',
    },
    { name: 'after', schema: wire.cursor(), doc: 'The cursor of the last event that was seen: resume behind it.' },
    { name: 'maxRate', schema: MAX_RATE_SCHEMA, doc: 'Events a second at most; those between are merged.' },
    TRACEPARENT,
    SHAPE,
  ];
}
