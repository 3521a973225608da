import type { PayloadFailure } from './payload-failure.js';

/**
 * Turns a procedure's input or output into the JSON text that stands inside an envelope, and back.
 *
 * Both directions answer with the result itself or with a `PayloadFailure`, to be told apart with `instanceof`: so a
 * message costs no wrapper object. Neither ever throws. A codec keeps nothing between two calls.
 */
export interface PayloadCodec {
  /**
   * The JSON text of `value` as it travels. `undefined` means that there is nothing to send and that the member is to
   * be left out: the value is `undefined` and no transformer gives it a form.
   *
   * A value that cannot travel is a `PayloadFailure` that names the path of what stood in the way.
   */
  encode(value: unknown): string | undefined | PayloadFailure;

  /**
   * The value that `wire` stands for, or a `PayloadFailure`. `wire` is what `JSON.parse` gave for the member, and
   * `undefined` when the member was absent, which is the value `undefined` under every codec.
   *
   * The codec owns `wire` from here on: it may be returned as it is, or changed in place, even on failure.
   */
  decode(wire: unknown): unknown;
}

/** What tRPC calls a transformer; superjson, devalue and the like have this shape. `serialize` must give plain JSON. */
export interface DataTransformer {
  serialize(value: unknown): unknown;
  deserialize(wire: unknown): unknown;
}
