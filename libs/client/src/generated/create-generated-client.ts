import type { ClientOptions, ClientTransformer } from '../client-options.js';
import { callProcedure, createUntypedClient } from '../create-client.js';
import type { ClientMethods } from '../proxy/client-methods.js';
import type { ContractMark } from './contract-mark.js';

/** What a generated client can be made with; its own types say whether there is a transformer. */
export interface GeneratedClientOptions extends ClientOptions {
  readonly transformer?: ClientTransformer | undefined;
}

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
  const client = createUntypedClient({ ...options, contract }, (core, path, method, args) =>
    method === 'path' ? path : callProcedure(core, path, method, args),
  );
  // The proxy answers to any path; only the type knows which of them the contract has.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A proxy has no type of its own.
  return client as ClientMethods & TApi;
}
