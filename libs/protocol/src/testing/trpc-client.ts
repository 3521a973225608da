import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';

/** Everything that tRPC's own `wsLink` sends for a query, a mutation and a subscription that ends, by a socket that is none. */
export async function listenToTrpcClient(): Promise<readonly string[]> {
  const sent: string[] = [];
  const untilSent = async (count: number): Promise<void> => {
    while (sent.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  class RecordingSocket extends EventTarget {
    static readonly OPEN = 1;
    static readonly CLOSED = 3;
    readonly OPEN = 1;
    readonly CLOSED = 3;
    readyState = 1;
    constructor() {
      super();
      setImmediate(() => this.dispatchEvent(new Event('open')));
    }
    send(text: string): void {
      sent.push(text);
    }
    close(): void {
      this.readyState = 3;
    }
  }
  const client = createWSClient({
    url: 'ws://localhost',
    connectionParams: { token: 'secret' },
    WebSocket: RecordingSocket as never,
  });
  const trpc = createTRPCUntypedClient<AnyTRPCRouter>({ links: [wsLink({ client })] });
  void trpc.query('price', { id: 7 }).catch(ignore);
  await untilSent(2);
  void trpc.mutation('nothing').catch(ignore);
  await untilSent(3);
  const subscription = trpc.subscription('ticks', { from: 1 }, { onData: ignore });
  await untilSent(4);
  subscription.unsubscribe();
  await untilSent(5);
  void client.close();
  return sent;
}

function ignore(): void {
  // Nobody answers, so every call fails when the client closes.
}
