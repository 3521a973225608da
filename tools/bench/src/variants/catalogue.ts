import type { Case, Variant } from './variant.js';

/** Everything that can be measured, in the order of the table. The first is what all others are compared with. */
export const variants: readonly Variant[] = [
  {
    name: 'ws',
    title: 'plain `ws`',
    server: 'ws',
    client: 'ws',
    hasTransformer: false,
    transport: 'websocket',
    isCompetitor: false,
  },
  {
    name: 'trunkline',
    title: 'Trunkline',
    server: 'trunkline',
    client: 'trunkline',
    hasTransformer: true,
    transport: 'websocket',
    isCompetitor: false,
  },
  {
    name: 'trunkline-bare',
    title: "Trunkline's server, nothing kept, no flow control",
    server: 'trunkline',
    client: 'trunkline-bare',
    hasTransformer: true,
    transport: 'websocket',
    onlyIn: 'delivery-cost',
    isCompetitor: false,
  },
  {
    name: 'trunkline-link',
    title: 'Trunkline, `createTRPCClient` + `trunklineLink`',
    server: 'trunkline',
    client: 'trunkline-link',
    hasTransformer: true,
    transport: 'websocket',
    isCompetitor: false,
  },
  {
    name: 'trunkline-stock',
    title: "Trunkline's server, stock `wsLink`",
    server: 'trunkline',
    client: 'trpc',
    hasTransformer: true,
    transport: 'websocket',
    isCompetitor: false,
  },
  {
    name: 'trpc',
    title: 'stock tRPC, WebSocket',
    server: 'trpc',
    client: 'trpc',
    hasTransformer: true,
    transport: 'websocket',
    isCompetitor: false,
  },
  {
    name: 'trpc-http',
    title: 'stock tRPC, HTTP and SSE',
    server: 'trpc-http',
    client: 'trpc-http',
    hasTransformer: true,
    transport: 'http',
    isCompetitor: false,
  },
  {
    name: 'orpc',
    title: 'oRPC',
    server: 'orpc',
    client: 'orpc',
    hasTransformer: false,
    transport: 'websocket',
    isCompetitor: true,
  },
  {
    name: 'socket-io',
    title: 'socket.io',
    server: 'socket-io',
    client: 'socket-io',
    hasTransformer: false,
    transport: 'websocket',
    isCompetitor: true,
  },
  {
    name: 'graphql-ws',
    title: 'graphql-ws',
    server: 'graphql-ws',
    client: 'graphql-ws',
    hasTransformer: false,
    transport: 'websocket',
    isCompetitor: true,
  },
  {
    name: 'capnweb',
    title: "Cap'n Web",
    server: 'capnweb',
    client: 'capnweb',
    hasTransformer: false,
    transport: 'websocket',
    isCompetitor: true,
  },
];

/** The cases of the variants that were asked for: without a transformer first, then with. */
export function listCases(names: readonly string[]): readonly Case[] {
  return variants
    .filter(({ name }) => names.includes(name))
    .flatMap((variant) =>
      variant.hasTransformer
        ? [
            { variant, superjson: false },
            { variant, superjson: true },
          ]
        : [{ variant, superjson: false }],
    );
}
