import { type CloseAction, decideCloseAction } from '@trunkline/protocol';
import { type CallFate, decideCallFate } from '../calls/call-fate.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import { closedByServer, neverOpened } from './connection-errors.js';
import type { ConnectionPhase } from './connection-machine.js';
import type { ConnectionEnd, ConnectionSettings } from './connection-settings.js';
import type { Refusals } from './refusals.js';

/** An end that the client itself brought about or noticed. */
export function endWith(action: CloseAction, cause: TrunklineError, fate: CallFate = 'unknown'): ConnectionEnd {
  return { action, cause, fate, isUnauthorized: false };
}

/** The socket of a link is closed. */
export interface SocketClose {
  readonly address: string;
  readonly code: number;
  readonly detail: string;
  /** What the connection was doing. */
  readonly phase: ConnectionPhase['name'];
  /** Whether any socket ever opened in the life of the client. */
  readonly hasEverOpened: boolean;
}

/** What a close means. A refusal that was told before it is used up. */
export function decideEnd(
  { address, code, detail, phase, hasEverOpened }: SocketClose,
  { dialect, connectionParams }: Pick<ConnectionSettings, 'dialect' | 'connectionParams'>,
  refusals: Refusals,
): ConnectionEnd {
  const action = decideCloseAction(code);
  const refusal = refusals.connectionEnded(action, typeof connectionParams === 'function');
  if (refusal !== undefined)
    return { action, cause: refusal.error, fate: refusal.fate, isUnauthorized: refusal.isUnauthorized };
  const cause =
    phase === 'opening' ? neverOpened(address, detail, hasEverOpened) : closedByServer(address, code, detail, action);
  return endWith(action, cause, decideCallFate(code, dialect.name, phase !== 'greeting'));
}
