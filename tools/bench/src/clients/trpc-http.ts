import { createTRPCClient, httpLink } from '@trpc/client';
import superjsonTransformer from 'superjson';
import type { PlainRouter, SuperjsonRouter } from '../workload/routers.js';
import { toBenchClient } from './bench-procedures.js';
import type { BenchClient, ClientModule } from './client-port.js';

/** tRPC's own client over HTTP, a request for each call; its events are read as `EventSource` would, which Node 20 lacks. */
export const connect: ClientModule['connect'] = async ({ address, superjson }) => {
  const url = `http://${address}`;
  const controller = new AbortController();
  const procedures = superjson
    ? createTRPCClient<SuperjsonRouter>({ links: [httpLink({ url, transformer: superjsonTransformer })] })
    : createTRPCClient<PlainRouter>({ links: [httpLink({ url })] });
  const client = toBenchClient(procedures, () => undefined);
  const subscribe: BenchClient['subscribe'] = (name, input, onEvent) => {
    const query = encodeURIComponent(JSON.stringify(superjson ? { json: input } : input));
    return { ended: readEvents(`${url}/${name}?input=${query}`, controller.signal, onEvent) };
  };
  return { ...client, subscribe, close: () => controller.abort() };
};

async function readEvents(url: string, signal: AbortSignal, onEvent: (event: unknown) => void): Promise<void> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' }, signal });
  if (response.body === null) throw new Error(`${url} was answered ${response.status} without a body.`);
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks.map((text) => text.trim())) {
      if (block.startsWith('event: return')) return;
      // A named event is tRPC's own: that it is connected, or still there.
      if (block !== '' && !block.startsWith('event: ')) onEvent(block);
    }
  }
}
