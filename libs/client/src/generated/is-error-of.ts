import { TrunklineError } from '../errors/trunkline-error.js';
import type { Procedure } from './procedures.js';

/**
 * Whether what was caught is an error of this procedure. Its code and data then have the types that the contract says.
 *
 * @example
 * if (isErrorOf(api.orders.place, error) && error.code === 'CONFLICT') showConflict(error.data);
 */
export function isErrorOf<TError extends TrunklineError>(
  procedure: Procedure<TError>,
  error: unknown,
): error is TError {
  return error instanceof TrunklineError && error.path === procedure.path();
}
