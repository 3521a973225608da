import type { UpgradeRequired } from '@trunkline/protocol';
import type { Dialect, SessionContext } from '../dialect/dialect.js';
import type { ContractMark } from './contract-mark.js';
import { ContractTeller } from './contract-teller.js';
import { isUpgradeRequired } from './is-upgrade-required.js';

/**
 * A dialect in which each conversation says of which contract its client was generated. tRPC's own has no word for it and
 * stays as it is.
 *
 * @param refused is told when the server refuses a procedure, once for each contract that the server has in the meantime.
 */
export function withContract(
  dialect: Dialect,
  contract: ContractMark,
  refused: (upgrade: UpgradeRequired) => void,
): Dialect {
  if (dialect.name !== 'trunkline') return dialect;
  let lastRefusing: string | undefined;
  const look = (error: unknown): void => {
    if (!isUpgradeRequired(error) || error.data.serverContract === lastRefusing) return;
    lastRefusing = error.data.serverContract;
    refused(error.data);
  };
  const listenTo = (context: SessionContext): SessionContext => ({
    ...context,
    settings: { ...context.settings, contract: new ContractTeller(contract) },
    failed: (call, error) => {
      context.failed(call, error);
      look(error);
    },
    subscribeFailed: (subscription, error) => {
      context.subscribeFailed(subscription, error);
      look(error);
    },
  });
  return { ...dialect, createSession: (context) => dialect.createSession(listenTo(context)) };
}
