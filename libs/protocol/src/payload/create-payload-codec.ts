import type { DataTransformer, PayloadCodec } from './payload-codec.js';
import { createPlainCodec } from './plain-codec.js';
import { createSuperjsonCodec } from './superjson-codec.js';

/**
 * The codec for a router's transformer: JSON as it is without one, else the transformer, on the fast path where it is
 * superjson. A superjson that was taught something still writes for itself, but what a peer sent is read strictly.
 */
export function createPayloadCodec(transformer: DataTransformer | undefined): PayloadCodec {
  return transformer === undefined ? createPlainCodec() : createSuperjsonCodec(transformer);
}
