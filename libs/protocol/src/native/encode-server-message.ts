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

/** @param data JSON text of the event; undefined to leave the member out. */
export function encodeNext(subscription: number, cursor: string, data: string | undefined): string {
  const dataMember = data === undefined ? '' : `,"data":${data}`;
  return notification('rpc.next', `"subscription":${subscription},"cursor":${JSON.stringify(cursor)}${dataMember}`);
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

/** @param error JSON text of a JSON-RPC 2.0 error object; undefined when the procedure was done. */
export function encodeEnd(subscription: number, error: string | undefined): string {
  const errorMember = error === undefined ? '' : `,"error":${error}`;
  return notification('rpc.end', `"subscription":${subscription}${errorMember}`);
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
