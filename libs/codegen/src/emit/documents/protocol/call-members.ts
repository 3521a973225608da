import type { ProcedureContract, ProcedureKind } from '../../../contract/contract.js';
import type { SchemaTable } from '../schema/schema-table.js';
import type { CommonMember } from './common-members.js';
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
  return procedure.kind === 'mutation' ? [output, common('replayed', wire)] : [output];
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
    common('conflated', wire),
    { name: 'data', schema, ...(isRequired ? { isRequired: true as const } : {}) },
  ];
}

export function subscribedMembers(wire: WireSchemas): readonly MessageMember[] {
  return [
    { name: 'subscription', schema: wire.subscription(), isRequired: true },
    { name: 'cursor', schema: wire.cursor(), isRequired: true },
    { ...common('resumed', wire), isRequired: true },
  ];
}

function common(name: CommonMember, wire: WireSchemas): MessageMember {
  return { name, schema: wire.common(name) };
}

function optionMembers(kind: ProcedureKind, wire: WireSchemas): readonly MessageMember[] {
  const members = (...names: readonly CommonMember[]) => names.map((name) => common(name, wire));
  if (kind === 'query') return members('deadlineMs', 'sent', 'traceparent', 'shape');
  if (kind === 'mutation') return members('deadlineMs', 'key', 'sent', 'traceparent', 'shape');
  return [
    common('credit', wire),
    { name: 'after', schema: wire.cursor(), doc: 'The cursor of the last event that was seen: resume behind it.' },
    ...members('maxRate', 'traceparent', 'shape'),
  ];
}
