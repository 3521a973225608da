import type { CallId } from '../call-id.js';
import type { GapReason, Resumed, Welcome } from '../server-message.js';

// Payloads arrive here as JSON text and are laid into the envelope as they are: a value is encoded once, wherever it goes.

export function encodeWelcome(id: CallId, welcome: Welcome): string {
  return encodeResult(id, JSON.stringify(welcome));
}

/** @param output JSON text of the output; undefined to leave the member out. */
export function encodeAnswer(id: CallId, output: string | undefined): string {
  return encodeResult(id, output === undefined ? '{}' : `{"output":${output}}`);
}

/**
 * An answer that was given before, to an earlier sending of the same mutation.
 *
 * @param output JSON text of the output; undefined to leave the member out.
 */
export function encodeReplayed(id: CallId, output: string | undefined): string {
  return encodeResult(id, output === undefined ? '{"replayed":true}' : `{"output":${output},"replayed":true}`);
}

/** A piece of the JSON text of an output: see `findPartEnd`. */
export function encodePart(id: CallId, text: string): string {
  return notification('rpc.part', `"id":${idText(id)},"text":${JSON.stringify(text)}`);
}

/** The answer whose output went ahead in so many pieces. */
export function encodeParted(id: CallId, partCount: number, isReplayed = false): string {
  return encodeResult(id, `{"parts":${partCount}${isReplayed ? ',"replayed":true' : ''}}`);
}

/** The answer to `rpc.auth`. @param expiresInMs undefined when the credentials do not expire. */
export function encodeAuthenticated(id: CallId, expiresInMs: number | undefined): string {
  return encodeResult(id, expiresInMs === undefined ? '{}' : `{"expiresInMs":${expiresInMs}}`);
}

/** The answer to `rpc.discover`. @param text JSON text of an OpenRPC document. */
export function encodeDiscovered(id: CallId, text: string): string {
  return encodeResult(id, text);
}

/** @param error JSON text of a JSON-RPC 2.0 error object. */
export function encodeFailure(id: CallId | null, error: string): string {
  return `{"jsonrpc":"2.0","id":${idText(id)},"error":${error}}`;
}

export function encodeSubscribed(id: CallId, subscription: number, cursor: string, resumed: Resumed): string {
  return encodeResult(id, `{"subscription":${subscription},"cursor":${JSON.stringify(cursor)},"resumed":"${resumed}"}`);
}

/** The answer to `rpc.ping` and to `rpc.unsubscribe`. */
export function encodeDone(id: CallId): string {
  return encodeResult(id, '{}');
}

/**
 * @param data JSON text of the event; undefined to leave the member out.
 * @param conflated how many events were merged into this one; undefined or 0 for none.
 */
export function encodeNext(subscription: number, cursor: string, data: string | undefined, conflated?: number): string {
  const dataMember = data === undefined ? '' : `,"data":${data}`;
  const conflatedMember = conflated ? `,"conflated":${conflated}` : '';
  const members = `"subscription":${subscription},"cursor":${JSON.stringify(cursor)}${conflatedMember}${dataMember}`;
  return notification('rpc.next', members);
}

export function encodeGap(
  subscription: number,
  reason: GapReason,
  dropped: number | undefined,
  cursor: string,
): string {
  const droppedMember = dropped === undefined ? '' : `,"dropped":${dropped}`;
  return notification(
    'rpc.gap',
    `"subscription":${subscription},"reason":"${reason}"${droppedMember},"cursor":${JSON.stringify(cursor)}`,
  );
}

/**
 * @param error JSON text of a JSON-RPC 2.0 error object; undefined when the procedure was done.
 * @param cursor the place of the end among the events; undefined when the client cancelled.
 */
export function encodeEnd(subscription: number, error: string | undefined, cursor?: string): string {
  const cursorMember = cursor === undefined ? '' : `,"cursor":${JSON.stringify(cursor)}`;
  const errorMember = error === undefined ? '' : `,"error":${error}`;
  return notification('rpc.end', `"subscription":${subscription}${cursorMember}${errorMember}`);
}

export function encodeExpiring(inMs: number): string {
  return notification('rpc.expiring', `"inMs":${inMs}`);
}

export function encodeDrain(reconnectAfterMs: number, deadlineMs: number): string {
  return notification('rpc.drain', `"reconnectAfterMs":${reconnectAfterMs},"deadlineMs":${deadlineMs}`);
}

function encodeResult(id: CallId, result: string): string {
  return `{"jsonrpc":"2.0","id":${idText(id)},"result":${result}}`;
}

function notification(method: string, members: string): string {
  return `{"jsonrpc":"2.0","method":"${method}","params":{${members}}}`;
}

function idText(id: CallId | null): string {
  return typeof id === 'string' ? JSON.stringify(id) : String(id);
}
