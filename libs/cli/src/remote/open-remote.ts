import { type ProcedureList, readProcedureList } from './procedure-list.js';
import { RemoteClient } from './remote-client.js';
import type { RemoteTarget } from './remote-target.js';

/** What a command wants to know before it begins. */
export interface RemoteWish {
  /** Whether the router has superjson; undefined to ask the server. */
  readonly hasSuperjson: boolean | undefined;
  /** Whether the kinds of the procedures are of interest. */
  readonly wantsKinds: boolean;
  readonly hasPositions: boolean;
}

/** A connected client, and what the server says of itself. */
export interface OpenedRemote {
  readonly client: RemoteClient;
  readonly hasSuperjson: boolean;
  /** Whether that is known, from the command line or from the server. */
  readonly isTransformerKnown: boolean;
  /** Undefined where it was not asked for, or the server gives out none. */
  readonly list: ProcedureList | undefined;
}

/**
 * Connects, once: who comes back later is the client's affair, who is not there at the beginning is told at once.
 *
 * @throws TrunklineError
 */
export async function openRemote(target: RemoteTarget, wish: RemoteWish, signal: AbortSignal): Promise<OpenedRemote> {
  const { hasPositions, wantsKinds } = wish;
  const isTransformerKnown = wish.hasSuperjson !== undefined;
  const hasSuperjson = wish.hasSuperjson ?? false;
  const client = await connect(new RemoteClient(target, { hasSuperjson, hasPositions }), signal);
  // tRPC's own server has no document.
  if (target.isStock || (isTransformerKnown && !wantsKinds))
    return { client, hasSuperjson, isTransformerKnown, list: undefined };
  const list = await askForList(client, signal);
  const transformer = list?.transformer;
  if (isTransformerKnown || transformer !== 'superjson')
    return { client, hasSuperjson, isTransformerKnown: isTransformerKnown || transformer !== undefined, list };
  // A connection says at its beginning how it writes payloads.
  await client.close();
  const again = await connect(new RemoteClient(target, { hasSuperjson: true, hasPositions }), signal);
  return { client: again, hasSuperjson: true, isTransformerKnown: true, list };
}

async function connect(client: RemoteClient, signal: AbortSignal): Promise<RemoteClient> {
  try {
    await client.connect(signal);
    return client;
  } catch (thrown) {
    await client.close();
    throw thrown;
  }
}

async function askForList(client: RemoteClient, signal: AbortSignal): Promise<ProcedureList | undefined> {
  try {
    return readProcedureList(await client.discover(signal));
  } catch (thrown) {
    await client.close();
    throw thrown;
  }
}
