import type { CloseAction } from '@trunkline/protocol';
import type { LocalCode } from '../errors/local-code.js';
import { type CallOutcome, localError, type TrunklineError } from '../errors/trunkline-error.js';
import { showAddress } from './address.js';

// What happened to a connection, in sentences that begin with its address, without the parts that may be secret.

export function neverOpened(address: string, detail: string, hasEverOpened: boolean): TrunklineError {
  const doubt = hasEverOpened ? '' : '; it is unreachable, or no WebSocket server of this dialect';
  return error('SERVER_UNREACHABLE', 'not-sent', address, `opened no WebSocket${because(detail)}${doubt}.`);
}

export function closedByServer(address: string, code: number, detail: string, action: CloseAction): TrunklineError {
  const local = action === 'stay-away' ? 'CONNECTION_REFUSED' : 'CONNECTION_CLOSED';
  const what = `had its connection closed with code ${code}${because(detail)}.`;
  return error(local, 'connection-lost', address, what);
}

export function askedElsewhere(address: string): TrunklineError {
  return error('CONNECTION_CLOSED', 'connection-lost', address, 'asked its clients to connect anew.');
}

export function pageHidden(address: string): TrunklineError {
  return error('CONNECTION_CLOSED', 'connection-lost', address, 'was left: the page was put aside.');
}

export function tooSlow(address: string, connectTimeoutMs: number): TrunklineError {
  const what = `gave no connection within ${connectTimeoutMs} ms (option connectTimeoutMs).`;
  return error('CONNECT_TIMED_OUT', 'not-sent', address, what);
}

export function tooSilent(address: string, silentMs: number): TrunklineError {
  return error('SERVER_SILENT', 'connection-lost', address, `said nothing for ${silentMs} ms (option keepAlive).`);
}

export function broken(address: string, code: 'NOT_TRUNKLINE' | 'SERVER_VIOLATION', what: string): TrunklineError {
  const who =
    code === 'NOT_TRUNKLINE' ? "is no Trunkline server; for tRPC's own use dialect: stock()" : 'broke the protocol';
  return error(code, 'not-sent', address, `${who}. ${what}`);
}

export function noAddress(address: string, cause: unknown): TrunklineError {
  return error('SETUP_FAILED', 'not-sent', address, `is no address of a WebSocket: ${String(cause)}.`, cause);
}

export function setupThrew(cause: unknown): TrunklineError {
  const message = `The function url or connectionParams threw: ${String(cause)}.`;
  return localError('SETUP_FAILED', message, { outcome: 'not-sent', cause });
}

function error(code: LocalCode, outcome: CallOutcome, address: string, what: string, cause?: unknown): TrunklineError {
  return localError(code, `${showAddress(address)} ${what}`, { outcome, cause });
}

function because(detail: string): string {
  return detail && `: ${detail}`;
}
