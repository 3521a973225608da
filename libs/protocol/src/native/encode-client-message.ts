import type { CallId } from '../call-id.js';
import type { ClientIdentity, PayloadForm, Sent } from '../client-message.js';
import type { ConnectionParams } from '../connection-params.js';

/** The subprotocol that chooses the native dialect (RFC 6455, section 1.9). */
export const NATIVE_SUBPROTOCOL = 'trunkline.v1';

/** What a client says of itself in `rpc.hello`. */
export interface HelloParams {
  readonly client: ClientIdentity;
  readonly payload: PayloadForm;
  readonly features: readonly string[];
  readonly connectionParams: ConnectionParams;
}

/** The options of a call beside its path and input. */
export interface CallParams {
  readonly deadlineMs?: number | undefined;
  /** Names all sendings of one mutation; at most 128 characters. */
  readonly key?: string | undefined;
  /** Stands on every sending but the first. */
  readonly sent?: Sent | undefined;
  /** Where the call stands in a trace (W3C Trace Context). */
  readonly traceparent?: string | undefined;
  readonly credit?: number | undefined;
  /** Events in a second at most. */
  readonly maxRate?: number | undefined;
  readonly after?: string | undefined;
}

export function encodeHello(id: CallId, params: HelloParams): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'rpc.hello', params });
}

/** @param input JSON text of the input; undefined to leave it out. */
export function encodeCall(id: CallId, path: string, input: string | undefined, params: CallParams): string {
  let members = input === undefined ? '' : `"input":${input}`;
  if (params.deadlineMs !== undefined) members += `${separator(members)}"deadlineMs":${params.deadlineMs}`;
  if (params.key !== undefined) members += `${separator(members)}"key":${JSON.stringify(params.key)}`;
  if (params.sent !== undefined) members += `${separator(members)}"sent":${JSON.stringify(params.sent)}`;
  if (params.traceparent !== undefined)
    members += `${separator(members)}"traceparent":${JSON.stringify(params.traceparent)}`;
  if (params.credit !== undefined) members += `${separator(members)}"credit":${params.credit}`;
  if (params.maxRate !== undefined) members += `${separator(members)}"maxRate":${params.maxRate}`;
  if (params.after !== undefined) members += `${separator(members)}"after":${JSON.stringify(params.after)}`;
  const paramsMember = members === '' ? '' : `,"params":{${members}}`;
  return `{"jsonrpc":"2.0","id":${idText(id)},"method":${JSON.stringify(path)}${paramsMember}}`;
}

export function encodeCancel(call: CallId): string {
  return `{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":${idText(call)}}}`;
}

export function encodeUnsubscribe(id: CallId, subscription: number): string {
  return `{"jsonrpc":"2.0","id":${idText(id)},"method":"rpc.unsubscribe","params":{"subscription":${subscription}}}`;
}

/** @param seen the cursor of the last event that was taken; undefined to acknowledge nothing. */
export function encodeCredit(subscription: number, add: number, seen?: string): string {
  const seenMember = seen === undefined ? '' : `,"seen":${JSON.stringify(seen)}`;
  return `{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":${subscription},"add":${add}${seenMember}}}`;
}

/** @param maxRate events in a second at most; null for no such limit. */
export function encodeTune(subscription: number, maxRate: number | null): string {
  return `{"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":${subscription},"maxRate":${maxRate}}}`;
}

export function encodeAuth(id: CallId, connectionParams: ConnectionParams): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'rpc.auth', params: { connectionParams } });
}

export function encodePing(id: CallId): string {
  return `{"jsonrpc":"2.0","id":${idText(id)},"method":"rpc.ping"}`;
}

function separator(members: string): string {
  return members === '' ? '' : ',';
}

function idText(id: CallId): string {
  return typeof id === 'number' ? String(id) : JSON.stringify(id);
}
