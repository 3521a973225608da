import { z } from 'zod';
import { ContractError } from '../contract/read-contract.js';
import type { Compatibility } from './compatibility.js';

const compatibilitySchema = z.strictObject({
  trunkline: z.literal(1),
  contract: z.string().regex(/^[\w-]{22}$/u),
  procedures: z.record(z.string(), z.array(z.string().regex(/^[\w-]{6}$/u)).min(1)),
});

/**
 * Reads the text of `compatibility.json`.
 *
 * @param origin where the text is from, for the error.
 * @throws ContractError with what is wrong and where.
 */
export function readCompatibility(text: string, origin: string): Compatibility {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ContractError(`${origin} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = compatibilitySchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ContractError(`${origin} is no list of compatible shapes: at ${issue?.path.join('.')}: ${issue?.message}`);
}
