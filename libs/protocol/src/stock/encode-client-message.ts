import type { ProcedureKind } from '../client-message.js';
import type { ConnectionParams } from '../connection-params.js';

/** @param input JSON text of the input; undefined to leave it out. */
export function encodeStockCall(
  id: number,
  kind: ProcedureKind,
  path: string,
  input: string | undefined,
  lastEventId: string | undefined,
): string {
  const inputMember = input === undefined ? '' : `"input":${input},`;
  const resumeMember = lastEventId === undefined ? '' : `,"lastEventId":${JSON.stringify(lastEventId)}`;
  return `{"id":${id},"method":"${kind}","params":{${inputMember}"path":${JSON.stringify(path)}${resumeMember}}}`;
}

export function encodeStockStop(id: number): string {
  return `{"id":${id},"method":"subscription.stop"}`;
}

export function encodeStockConnectionParams(params: ConnectionParams): string {
  return JSON.stringify({ method: 'connectionParams', data: params });
}

/** The text frames with which stock peers ask for, and give, a sign of life. */
export const STOCK_PING = 'PING';
export const STOCK_PONG = 'PONG';
