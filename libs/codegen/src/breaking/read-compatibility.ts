import * as z from 'zod';
import { readVersioned } from '../contract/read-versioned.js';
import { COMPATIBILITY_FORMAT, type Compatibility } from './compatibility.js';

const shape = z.string().regex(/^[\w-]{5}$/u, 'Expected a shape: 5 characters of base64url.');

const compatibilitySchema: z.ZodType<Compatibility> = z.strictObject({
  trunkline: z.literal(COMPATIBILITY_FORMAT),
  contract: z.string().regex(/^[\w-]{22}$/u, 'Expected the hash of a contract: 22 characters of base64url.'),
  procedures: z.record(z.string(), z.array(shape).min(1)),
});

/**
 * Reads the text of a `compatibility.json`.
 *
 * @param origin where the text is from, for the error: a path or an address.
 * @throws ContractError
 */
export function readCompatibility(text: string, origin: string): Compatibility {
  return readVersioned(text, origin, {
    noun: 'list of compatible shapes',
    version: COMPATIBILITY_FORMAT,
    schema: compatibilitySchema,
  });
}
