import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server';
import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';

/**
 * What `createContext` gets, once per connection: the upgrade request as `req`, the socket as `res`, and `info` with
 * the connection params and a signal that aborts when the connection is gone. The same as in `applyWSSHandler`.
 */
export type CreateContextOptions = CreateWSSContextFnOptions;

/** Makes the context of a connection. What it throws is told to the client, and closes the connection. */
export type CreateContext<Router extends AnyTRPCRouter> = (
  options: CreateContextOptions,
) => inferRouterContext<Router> | Promise<inferRouterContext<Router>>;

/** A router without context needs no `createContext`; any other demands one. */
export type ContextOption<Router extends AnyTRPCRouter> =
  object extends inferRouterContext<Router>
    ? { readonly createContext?: CreateContext<Router> | undefined }
    : { readonly createContext: CreateContext<Router> };
