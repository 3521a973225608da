import { CONTRACT_FORMAT, type Contract } from './contract.js';
import { ContractError } from './contract-error.js';
import { contractSchema } from './contract-schema.js';
import { namesReachedBy } from './reach.js';
import { readVersioned } from './read-versioned.js';

/**
 * Reads the text of a contract.
 *
 * @param origin where the text is from, for the error: a path or an address.
 * @throws ContractError
 */
export function readContract(text: string, origin: string): Contract {
  const contract = readVersioned(text, origin, { noun: 'contract', version: CONTRACT_FORMAT, schema: contractSchema });
  refuseLooseEnds(contract, origin);
  return contract;
}

function refuseLooseEnds({ procedures, types, errorData }: Contract, origin: string): void {
  const roots = Object.values(procedures).flatMap(({ input, output }) => [input, output]);
  const missing = namesReachedBy([...roots, ...(errorData === undefined ? [] : [errorData])], types).find(
    (name) => !Object.hasOwn(types, name),
  );
  if (missing !== undefined) throw new ContractError(`${origin} refers to the type "${missing}" and does not have it.`);
}
