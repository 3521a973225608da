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
  /** The hash of the contract that the client was generated from. */
  readonly contract?: string | undefined;
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
  /** The form of the procedure that a generated client knows. */
  readonly shape?: string | undefined;
  readonly credit?: number | undefined;
  /** Events in a second at most. */
  readonly maxRate?: number | undefined;
  readonly after?: string | undefined;
}

export function encodeHello(id: CallId, params: HelloParams): string {
  return encodeMessage('rpc.hello', params, id);
}

/** @param input JSON text of the input; undefined to leave it out. */
export function encodeCall(id: CallId, path: string, input: string | undefined, params: CallParams): string {
  let members = input === undefined ? '' : `,"input":${input}`;
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) members += `,"${name}":${JSON.stringify(value)}`;
  }
  const paramsMember = members && `,"params":{${members.slice(1)}}`;
  return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"method":${JSON.stringify(path)}${paramsMember}}`;
}

export function encodeCancel(id: CallId): string {
  return encodeMessage('rpc.cancel', { id });
}

export function encodeUnsubscribe(id: CallId, subscription: number): string {
  return encodeMessage('rpc.unsubscribe', { subscription }, id);
}

/** @param seen the cursor of the last event that was taken; undefined to acknowledge nothing. */
export function encodeCredit(subscription: number, add: number, seen?: string): string {
  return encodeMessage('rpc.credit', { subscription, add, seen });
}

/** @param maxRate events in a second at most; null for no such limit. */
export function encodeTune(subscription: number, maxRate: number | null): string {
  return encodeMessage('rpc.tune', { subscription, maxRate });
}

export function encodeAuth(id: CallId, connectionParams: ConnectionParams): string {
  return encodeMessage('rpc.auth', { connectionParams }, id);
}

export function encodeDiscover(id: CallId): string {
  return encodeMessage('rpc.discover', undefined, id);
}

export function encodePing(id: CallId): string {
  return encodeMessage('rpc.ping', undefined, id);
}

/** @param id undefined for a notification. */
function encodeMessage(method: string, params?: object, id?: CallId): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}
