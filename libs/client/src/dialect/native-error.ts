import { memberOf, type WireError } from '@trunkline/protocol';
import { type CallName, callError } from '../calls/call-errors.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** What one tests of an error of the server's. */
export function errorCodeOf(error: WireError): unknown {
  return memberOf(error.data, 'code');
}

/** The server took the procedure for what it is, and that is not what the caller took it for. */
export function wrongKind(call: CallName): TrunklineError {
  return callError(call, 'METHOD_NOT_SUPPORTED', 'is another kind of procedure.', { outcome: 'rejected' });
}
