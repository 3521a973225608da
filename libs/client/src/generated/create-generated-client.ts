import type { UpgradeRequired } from '@trunkline/protocol';
import { callProcedure, coreOf, createUntypedClient } from '../create-client.js';
import { trunkline } from '../dialect/trunkline.js';
import type { ClientMethods } from '../proxy/client-methods.js';
import type { ContractMark } from './contract-mark.js';
import type { GeneratedClientOptions } from './generated-client-options.js';
import { withContract } from './with-contract.js';

/**
 * A client whose procedures have types of their own, for the code that a contract is made into.
 *
 * @typeParam TApi the procedures by name, as `Query`, `Mutation` and `Subscription`.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Generated code says what it has; a proxy cannot.
export function createGeneratedClient<TApi extends object>(
  contract: ContractMark,
  options: GeneratedClientOptions,
): ClientMethods & TApi {
  const refused = (upgrade: UpgradeRequired): void => {
    try {
      options.onUpgradeRequired?.(upgrade);
    } catch (thrown) {
      coreOf(client).report(thrown);
    }
  };
  const dialect = withContract(options.dialect ?? trunkline(), contract, refused);
  const client = createUntypedClient({ ...options, dialect }, (core, path, method, args) =>
    method === 'path' ? path : callProcedure(core, path, method, args),
  );
  // The proxy answers to any path; only the type knows which of them the contract has.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A proxy has no type of its own.
  return client as ClientMethods & TApi;
}
