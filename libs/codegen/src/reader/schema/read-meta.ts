import { isJsonRecord } from '@trunkline/protocol';
import type { SchemaProcedure } from '../reading.js';
import { sayableJson } from './exact-json.js';
import { propertyOf, textOf } from './property-of.js';

/** What a procedure's meta says of its contract: `meta({ description, deprecated, trunkline: { errors } })`. */
export type MetaReading = Pick<SchemaProcedure, 'doc' | 'deprecated' | 'errors' | 'meta'>;

/**
 * Reads the meta of a procedure. What is not understood here is kept as far as JSON can say it.
 *
 * @throws TypeError that names the procedure and what its errors must be.
 */
export function readMeta(path: string, meta: unknown): MetaReading {
  if (!isJsonRecord(meta)) return {};
  const { description: _description, deprecated, trunkline, ...others } = meta;
  const doc = textOf(meta, 'description');
  const errors = readErrors(path, propertyOf(trunkline, 'errors'));
  const rest = sayableJson({ ...others, ...restOfTrunkline(trunkline) });
  return {
    ...(doc === undefined || doc === '' ? {} : { doc }),
    ...(typeof deprecated === 'string' ? { deprecated } : {}),
    ...(deprecated === true ? { deprecated: '' } : {}),
    ...(errors === undefined ? {} : { errors }),
    ...(isJsonRecord(rest) && Object.keys(rest).length > 0 ? { meta: rest } : {}),
  };
}

function restOfTrunkline(trunkline: unknown): { readonly trunkline?: unknown } {
  if (!isJsonRecord(trunkline)) return {};
  const { errors: _errors, ...rest } = trunkline;
  return Object.keys(rest).length === 0 ? {} : { trunkline: rest };
}

function readErrors(path: string, errors: unknown): Readonly<Record<string, string>> | undefined {
  if (errors === undefined) return undefined;
  const place = `The meta of the procedure "${path}": trunkline.errors`;
  if (!isJsonRecord(errors)) {
    throw new TypeError(
      `${place} is a value of type ${typeof errors}; it must be an object of codes, each with when it is given.`,
    );
  }
  const entries = Object.entries(errors).map(([code, text]) => {
    if (typeof text !== 'string') {
      throw new TypeError(
        `${place}.${code} is a value of type ${typeof text}; it must be a text that says when it is given.`,
      );
    }
    return [code, text] as const;
  });
  return Object.fromEntries(entries);
}
