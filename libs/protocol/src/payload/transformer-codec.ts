import type { DataTransformer, PayloadCodec } from './payload-codec.js';
import { PayloadFailure, thrownReason } from './payload-failure.js';
import { stringifyPayload } from './plain-codec.js';

/** Any transformer, followed to the letter: `JSON.stringify(transformer.serialize(value))` and `transformer.deserialize(wire)`. */
export function createTransformerCodec(transformer: DataTransformer): PayloadCodec {
  return {
    encode(value) {
      let serialized: unknown;
      try {
        serialized = transformer.serialize(value);
      } catch (thrown) {
        return new PayloadFailure('', `the transformer cannot serialize it: ${thrownReason(thrown)}`);
      }
      return stringifyPayload(serialized);
    },
    decode(wire) {
      if (wire === undefined) return undefined;
      try {
        return transformer.deserialize(wire);
      } catch (thrown) {
        return new PayloadFailure('', `the transformer cannot deserialize it: ${thrownReason(thrown)}`);
      }
    },
  };
}
