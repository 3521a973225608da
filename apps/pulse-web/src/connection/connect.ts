import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { AppRouter } from '@trunkline/pulse-server/router';
import superjson from 'superjson';

/** Where the one connection of this page stands. Times are epoch milliseconds. */
export type ConnectionState =
  | { readonly name: 'idle' }
  | { readonly name: 'connecting'; readonly attempt: number }
  | { readonly name: 'connected'; readonly since: number }
  | { readonly name: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly cause: Error }
  | { readonly name: 'closed'; readonly cause?: Error };

/** What the page needs to know of the connection, apart from calls. */
export interface Connection {
  state(): ConnectionState;
  /** Calls back after each change, never from inside this call. Returns the way to stop. */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  close(): void;
}

class StockConnection implements Connection {
  #state: ConnectionState = { name: 'connecting', attempt: 1 };
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  readonly #webSocket = createWSClient({
    url: () => rpcUrl(window.location),
    keepAlive: { enabled: true, intervalMs: 5_000, pongTimeoutMs: 3_000 },
    retryDelayMs: (attempt) => this.#nextRetryDelayMs(attempt),
    onOpen: () => this.#apply({ name: 'connected', since: Date.now() }),
  });

  readonly link = wsLink<AppRouter>({ client: this.#webSocket, transformer: superjson });

  state(): ConnectionState {
    return this.#state;
  }

  onStateChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#apply({ name: 'closed' });
    void this.#webSocket.close();
  }

  #nextRetryDelayMs(attempt: number): number {
    const delayMs = Math.min(500 * 2 ** attempt, 10_000);
    const cause = new Error('The connection was lost.');
    this.#apply({ name: 'waiting', attempt: attempt + 1, retryAt: Date.now() + delayMs, cause });
    setTimeout(() => {
      if (this.#state.name === 'waiting') this.#apply({ name: 'connecting', attempt: attempt + 2 });
    }, delayMs);
    return delayMs;
  }

  #apply(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** The socket lives where the page came from. */
function rpcUrl(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/rpc`;
}

const stockConnection = new StockConnection();

export const connection: Connection = stockConnection;
export const trpcClient = createTRPCClient<AppRouter>({ links: [stockConnection.link] });
