import type { InteropClient, InteropClientOptions } from './interop-client.js';
import type { ServerKind } from './interop-server.js';
import type { Transformation } from './interop-trpc.js';
import { createOurClient } from './our-client.js';
import { createLinkClient, createStockClient } from './trpc-client.js';

/** One combination of server, client and transformer. */
export interface Cell {
  readonly cell: string;
  readonly server: ServerKind;
  readonly client: ClientName;
  readonly transformation: Transformation;
}

export type ClientName = keyof typeof clients;

const clients = {
  'createClient, trunkline()': (transformation: Transformation, options: InteropClientOptions) =>
    createOurClient('trunkline()', transformation, options),
  'createClient, stock()': (transformation: Transformation, options: InteropClientOptions) =>
    createOurClient('stock()', transformation, options),
  'trunklineLink, trunkline()': (transformation: Transformation, options: InteropClientOptions) =>
    createLinkClient('trunkline()', transformation, options),
  'trunklineLink, stock()': (transformation: Transformation, options: InteropClientOptions) =>
    createLinkClient('stock()', transformation, options),
  wsLink: createStockClient,
};

const all: readonly Cell[] = (['our server', 'applyWSSHandler'] as const).flatMap((server) =>
  (Object.keys(clients) as ClientName[]).flatMap((client) =>
    (['superjson', 'none'] as const).map((transformation) => ({
      cell: `${client} to ${server}, transformer ${transformation}`,
      server,
      client,
      transformation,
    })),
  ),
);

/** The combinations that can talk to each other. */
export const cells = all.filter((cell) => !isHopeless(cell));

/** The native dialect, which tRPC's own server does not know. */
export const hopelessCells = all.filter((cell) => isHopeless(cell));

export function createInteropClient({ client, transformation }: Cell, options: InteropClientOptions): InteropClient {
  return clients[client](transformation, options);
}

export function isNative({ client }: Cell): boolean {
  return client.endsWith('trunkline()');
}

function isHopeless(cell: Cell): boolean {
  return cell.server === 'applyWSSHandler' && isNative(cell);
}
