import { ERROR_CODES, type ErrorKey, isErrorKey } from '@trunkline/protocol';
import { compareText } from '../../../contract/canonical.js';
import type { ProcedureContract } from '../../../contract/contract.js';

/** An error that a call may be answered with. */
export interface ProcedureError {
  /** As it stands in `error.data.code`. */
  readonly key: string;
  /** As it stands in `error.code`; undefined for a code that this version of the protocol does not know. */
  readonly number: number | undefined;
  readonly meaning: string;
  /** Whether the procedure declares it itself, or every procedure may be answered with it. */
  readonly isDeclared: boolean;
}

/** The errors of a procedure: its own, by key, and those that any of its kind may meet. */
export function procedureErrors(procedure: ProcedureContract): readonly ProcedureError[] {
  const declared = Object.entries(procedure.errors ?? {})
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([key, meaning]) => ({
      key,
      number: isErrorKey(key) ? numberOf(key, procedure) : undefined,
      meaning,
      isDeclared: true,
    }));
  const general = GENERAL[procedure.kind]
    .filter((key) => procedure.errors?.[key] === undefined)
    .filter((key) => key !== 'BAD_REQUEST' || procedure.input.kind !== 'void')
    .map((key) => ({ key, number: numberOf(key, procedure), meaning: ERROR_CODES[key].advice, isDeclared: false }));
  return [...declared, ...general];
}

const EVERY_CALL = [
  'BAD_REQUEST',
  'INTERNAL_SERVER_ERROR',
  'TOO_MANY_REQUESTS',
  'CANCELLED',
  'SHUTTING_DOWN',
  'UPGRADE_REQUIRED',
] as const;

const GENERAL: Readonly<Record<ProcedureContract['kind'], readonly ErrorKey[]>> = {
  query: [...EVERY_CALL, 'TIMEOUT'],
  mutation: [...EVERY_CALL, 'TIMEOUT', 'OUTCOME_UNKNOWN', 'KEY_REUSED'],
  subscription: [...EVERY_CALL, 'CONSUMER_TOO_SLOW'],
};

// JSON-RPC 2.0 has a number of its own for params that a method refuses.
function numberOf(key: ErrorKey, { input }: ProcedureContract): number {
  return key === 'BAD_REQUEST' && input.kind !== 'void' ? ERROR_CODES.INVALID_PARAMS.number : ERROR_CODES[key].number;
}
