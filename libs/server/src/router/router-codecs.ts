import { type AnyTRPCRouter, initTRPC, type TRPCCombinedDataTransformer } from '@trpc/server';
import { createPayloadCodec, createPlainCodec, type PayloadCodec } from '@trunkline/protocol';

/** How the payloads of one connection are read and written. */
export interface RouterCodecs {
  /** Decodes inputs. */
  readonly input: PayloadCodec;
  /** Encodes outputs, events and errors. */
  readonly output: PayloadCodec;
}

/** Plain JSON, for native clients that ask for no transformer. */
export const PLAIN_CODECS: RouterCodecs = { input: createPlainCodec(), output: createPlainCodec() };

// What `initTRPC` puts in when a router names no transformer: it changes nothing, so plain JSON is the same and faster.
const NO_TRANSFORMER: unknown = initTRPC.create()._config.transformer;

/** The codecs that stand for the router's own transformer. */
export function createRouterCodecs(router: AnyTRPCRouter): RouterCodecs {
  const transformer: TRPCCombinedDataTransformer = router._def._config.transformer;
  if (transformer === NO_TRANSFORMER) return PLAIN_CODECS;
  return { input: createPayloadCodec(transformer.input), output: createPayloadCodec(transformer.output) };
}
