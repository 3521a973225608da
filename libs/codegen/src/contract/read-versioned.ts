import type { ZodError, ZodType } from 'zod';
import { ContractError } from './contract-error.js';

const MAX_TOLD_PROBLEMS = 5;

/** What a text is expected to be. */
export interface ExpectedForm<T> {
  /** As errors name it, such as `contract`. */
  readonly noun: string;
  /** The version of the format that is read, in the member `trunkline`. */
  readonly version: number;
  readonly schema: ZodType<T>;
}

/**
 * Reads the text of a JSON file that says the version of its format.
 *
 * @param origin where the text is from, for the error: a path or an address.
 * @throws ContractError
 */
export function readVersioned<T>(text: string, origin: string, { noun, version, schema }: ExpectedForm<T>): T {
  const value = parse(text, origin);
  const format: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'trunkline') : undefined;
  if (typeof format !== 'number') {
    throw new ContractError(`${origin} is no ${noun}: it has no member "trunkline" with the version of its format.`);
  }
  if (format !== version) {
    throw new ContractError(
      `${origin} is a ${noun} of format ${format}; this version reads ${version}. Generate it again, or use the version of @trunkline/codegen that wrote it.`,
    );
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new ContractError(`${origin} is no ${noun}: ${explain(result.error)}`);
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
