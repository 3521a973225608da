import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server';

/** Who is behind a connection, and for how long: told by the application from the context that it made. */
export interface AuthorityOptions<Router extends AnyTRPCRouter> {
  /**
   * The name of whoever a context speaks for, such as a user's id; null for nobody in particular. What a client may come
   * back for, such as a subscription or the answer to a mutation, is bound to it. Without this option credentials cannot
   * be refreshed on a live connection (`rpc.auth`), because nobody could tell whether they are the same person's.
   */
  readonly principal?: ((context: inferRouterContext<Router>) => string | null) | undefined;
  /** When the credentials of a context end, in milliseconds since the epoch; null for never. @default never */
  readonly expiresAt?: ((context: inferRouterContext<Router>) => number | null) | undefined;
}
