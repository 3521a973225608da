import { memberOf, stringOf, type UpgradeRequired } from '@trunkline/protocol';
import { TrunklineError } from '../errors/trunkline-error.js';

/** The server serves a procedure in another form than this client was generated for. */
export interface UpgradeRequiredError extends TrunklineError {
  readonly code: 'UPGRADE_REQUIRED';
  readonly data: UpgradeRequired;
}

/**
 * Whether what was caught says that this client is of another contract than the server. Other procedures may be served as
 * before; the option `onUpgradeRequired` is told too, without regard to who called.
 *
 * @example
 * if (isUpgradeRequired(error)) showThatThePageIsOld(error.data.path);
 */
export function isUpgradeRequired(error: unknown): error is UpgradeRequiredError {
  if (!(error instanceof TrunklineError) || error.code !== 'UPGRADE_REQUIRED') return false;
  const { data } = error;
  const isComplete = ['path', 'shape', 'serverContract'].every((name) => stringOf(data, name) !== undefined);
  return isComplete && (memberOf(data, 'clientContract') === null || stringOf(data, 'clientContract') !== undefined);
}
