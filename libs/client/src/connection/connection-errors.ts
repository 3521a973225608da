import type { CloseAction } from '@trunkline/protocol';
import { localError, type TrunklineError } from '../errors/trunkline-error.js';
import { showAddress } from './address.js';

// What happened to a connection, in sentences. Each names the address, without the parts that may be secret.

export function neverOpened(address: string, detail: string, hasEverOpened: boolean): TrunklineError {
  const doubt = hasEverOpened ? '' : ' It is unreachable, or no WebSocket server of this dialect.';
  const what = `No WebSocket could be opened at ${showAddress(address)}${because(detail)}.${doubt}`;
  return localError('SERVER_UNREACHABLE', what, { outcome: 'not-sent' });
}

export function closedByServer(address: string, code: number, detail: string, action: CloseAction): TrunklineError {
  const what = `The connection to ${showAddress(address)} was closed with code ${code}${because(detail)}.`;
  const local = action === 'stay-away' ? 'CONNECTION_REFUSED' : 'CONNECTION_CLOSED';
  return localError(local, what, { outcome: 'connection-lost' });
}

export function askedElsewhere(address: string): TrunklineError {
  const what = `${showAddress(address)} asked its clients to connect anew.`;
  return localError('CONNECTION_CLOSED', what, { outcome: 'connection-lost' });
}

export function pageHidden(): TrunklineError {
  return localError('CONNECTION_CLOSED', 'The page was put aside.', { outcome: 'connection-lost' });
}

export function tooSlow(address: string, connectTimeoutMs: number): TrunklineError {
  const what = `No connection to ${showAddress(address)} within ${connectTimeoutMs} ms.`;
  return localError('CONNECT_TIMED_OUT', what, { outcome: 'not-sent' });
}

export function tooSilent(address: string, silentMs: number): TrunklineError {
  const what = `Nothing came from ${showAddress(address)} for ${silentMs} ms.`;
  return localError('SERVER_SILENT', what, { outcome: 'connection-lost' });
}

export function broken(address: string, code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): TrunklineError {
  return localError(code, `${showAddress(address)}: ${what}`, { outcome: 'not-sent' });
}

export function noAddress(address: string, cause: unknown): TrunklineError {
  const what = `${JSON.stringify(showAddress(address))} is no address of a WebSocket: ${String(cause)}.`;
  return localError('SETUP_FAILED', what, { outcome: 'not-sent', cause });
}

export function setupThrew(cause: unknown): TrunklineError {
  const what = `The function given as url or connectionParams failed: ${String(cause)}.`;
  return localError('SETUP_FAILED', what, { outcome: 'not-sent', cause });
}

function because(detail: string): string {
  return detail === '' ? '' : `: ${detail}`;
}
