import { explainJsonFailure } from './explain-json-failure.js';
import type { PayloadCodec } from './payload-codec.js';
import { PayloadFailure } from './payload-failure.js';

/**
 * JSON as it is, for a router without a transformer: what `JSON.stringify` does to a value is what arrives. A `Date` arrives
 * as its ISO string, an `undefined` member vanishes, an `undefined` item becomes `null`, `toJSON` is honoured.
 */
export function createPlainCodec(): PayloadCodec {
  return { encode: stringifyPayload, decode: (wire) => wire };
}

/** `JSON.stringify` that answers with a failure where that would throw, or silently drop a function or a symbol. */
export function stringifyPayload(value: unknown): string | undefined | PayloadFailure {
  try {
    const text: string | undefined = JSON.stringify(value);
    if (text === undefined && (typeof value === 'function' || typeof value === 'symbol')) {
      return new PayloadFailure('', `a ${typeof value} has no JSON form`);
    }
    return text;
  } catch (thrown) {
    return explainJsonFailure(value, thrown);
  }
}
