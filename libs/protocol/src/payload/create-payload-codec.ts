import type { DataTransformer, PayloadCodec } from './payload-codec.js';
import { createPlainCodec } from './plain-codec.js';
import { createSuperjsonCodec } from './superjson-codec.js';
import { isSuperjson } from './superjson-instance.js';
import { createTransformerCodec } from './transformer-codec.js';

/** The codec for a router's transformer: JSON as it is without one, the fast path for superjson, else the transformer. */
export function createPayloadCodec(transformer: DataTransformer | undefined): PayloadCodec {
  if (transformer === undefined) return createPlainCodec();
  return isSuperjson(transformer) ? createSuperjsonCodec(transformer) : createTransformerCodec(transformer);
}
