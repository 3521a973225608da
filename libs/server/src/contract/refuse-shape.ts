import type { Call, UpgradeRequired } from '@trunkline/protocol';
import { saidNotRun } from '../connection/refusals.js';
import type { ErrorReport } from '../router/error-report.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { ServedContract } from './served-contract.js';

/**
 * Why a call may not be run: its client was generated for another form of the procedure; undefined when it may.
 *
 * @param clientContract the hash of the contract that the client was generated from; null where it has not said.
 */
export function refuseShape(
  contract: ServedContract,
  call: Call,
  clientContract: string | null,
  errors: ErrorReporter,
): ErrorReport | undefined {
  const { path, shape } = call;
  if (shape === undefined || contract.serves(path, shape)) return undefined;
  const upgrade: UpgradeRequired = { path, shape, clientContract, serverContract: contract.hash };
  const message = `"${path}" has another form here than in the contract that this client was generated from; load a client of the contract ${contract.hash}.`;
  return errors.refuse('UPGRADE_REQUIRED', message, { ...saidNotRun(call), ...upgrade }, path);
}
