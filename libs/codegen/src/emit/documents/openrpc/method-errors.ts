import { ERROR_CODES } from '@trunkline/protocol';
import type { ProcedureContract } from '../../../contract/contract.js';
import type { Json } from '../../../contract/json.js';
import { type ProcedureError, procedureErrors } from '../protocol/procedure-errors.js';

/** Every error of the protocol by its key. tRPC gives some of them one number, so that only `data.code` tells them apart. */
export function errorComponents(): Json {
  const components = Object.entries(ERROR_CODES).map(([key, { number, advice }]): [string, Json] => [
    key,
    { code: number, message: advice, data: { code: key } },
  ]);
  return Object.fromEntries(components);
}

/** The errors of a method. OpenRPC allows each number once, so those that share one stand together. */
export function methodErrors(procedure: ProcedureContract): readonly Json[] {
  const byNumber = new Map<number, ProcedureError[]>();
  for (const error of procedureErrors(procedure)) {
    if (error.number === undefined) continue;
    const same = byNumber.get(error.number);
    if (same === undefined) byNumber.set(error.number, [error]);
    else same.push(error);
  }
  return [...byNumber].map(([number, errors]) => errorObject(number, errors));
}

function errorObject(number: number, errors: readonly ProcedureError[]): Json {
  const [only] = errors;
  if (errors.length === 1 && only !== undefined) {
    if (!only.isDeclared && isComponent(only)) return { $ref: `#/components/errors/${only.key}` };
    return { code: number, message: only.meaning, data: { code: only.key } };
  }
  return {
    code: number,
    message: errors.map(({ key, meaning }) => `${key}: ${meaning}`).join(' '),
    data: { code: errors.map(({ key }) => key) },
  };
}

function isComponent({ key, number }: ProcedureError): boolean {
  return Object.entries(ERROR_CODES).some(([known, entry]) => known === key && entry.number === number);
}
