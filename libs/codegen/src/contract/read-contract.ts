import type { ZodError } from 'zod';
import { CONTRACT_FORMAT, type Contract } from './contract.js';
import { contractSchema } from './contract-schema.js';
import { namesReachedBy } from './reach.js';

const MAX_TOLD_PROBLEMS = 5;

/** A file that is no contract, with what is wrong and where. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/**
 * Reads the text of a contract.
 *
 * @param origin where the text is from, for the error: a path or an address.
 * @throws ContractError
 */
export function readContract(text: string, origin: string): Contract {
  const value = parse(text, origin);
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'trunkline') : undefined;
  if (typeof format !== 'number') {
    throw new ContractError(`${origin} is no contract: it has no member "trunkline" with the version of its format.`);
  }
  if (format !== CONTRACT_FORMAT) {
    throw new ContractError(
      `${origin} is a contract of format ${format}; this version reads ${CONTRACT_FORMAT}. Generate it again, or use the version of @trunkline/codegen that wrote it.`,
    );
  }
  const result = contractSchema.safeParse(value);
  if (!result.success) throw new ContractError(`${origin} is no contract: ${explain(result.error)}`);
  refuseLooseEnds(result.data, origin);
  return result.data;
}

function parse(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContractError(`${origin} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function explain({ issues }: ZodError): string {
  const told = issues.slice(0, MAX_TOLD_PROBLEMS).map(({ path, message }) => `at ${path.join('.')}: ${message}`);
  const left = issues.length - told.length;
  return `${told.join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
}

function refuseLooseEnds({ procedures, types, errorData }: Contract, origin: string): void {
  const roots = Object.values(procedures).flatMap(({ input, output }) => [input, output]);
  const missing = namesReachedBy([...roots, ...(errorData === undefined ? [] : [errorData])], types).find(
    (name) => !Object.hasOwn(types, name),
  );
  if (missing !== undefined) throw new ContractError(`${origin} refers to the type "${missing}" and does not have it.`);
}
