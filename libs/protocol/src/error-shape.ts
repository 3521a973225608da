import { isJsonRecord, type JsonRecord } from './record.js';

/** An error as it stands in a JSON-RPC 2.0 response (section 5.1). */
export interface WireError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** Whether a parsed value has the form that JSON-RPC 2.0 demands of an error. */
export function isWireError(value: unknown): value is WireError & JsonRecord {
  return isJsonRecord(value) && Number.isInteger(value['code']) && typeof value['message'] === 'string';
}
