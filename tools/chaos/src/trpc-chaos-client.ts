import {
  createTRPCClient,
  createWSClient,
  type TRPCClient,
  type TRPCLink,
  type TRPCWebSocketClient,
  wsLink,
} from '@trpc/client';
import { createClient, type Gap, type TrunklineClient } from '@trunkline/client';
import { trunklineLink } from '@trunkline/client/trpc';
import type { Dice, FaultProxy, ObservedItem } from '@trunkline/testing';
import { WebSocket } from 'ws';
import { ChaosCalls } from './chaos-calls.js';
import type { Addition, ChaosClient, ClientPlace } from './chaos-client.js';
import type { ChaosRouter } from './chaos-router.js';
import type { ChaosWorld } from './chaos-world.js';
import type { Issuer } from './credentials.js';
import { clientOptions, numberOf } from './native-chaos-client.js';
import type { StreamName } from './streams.js';

/** What a client of tRPC's stands on. */
interface Ground {
  readonly link: TRPCLink<ChaosRouter>;
  /** Whether what is missing in a stream without ids is told, and the outcome of a mutation in a form that can be judged. */
  readonly isOurs: boolean;
  close(): Promise<void>;
}

/** @param onGap is told of what is missing. */
type CreateGround = (onGap: (gap: Gap) => void) => Ground;

/** A client of tRPC's own: a stream of `tracked()` events, and over our link also one without ids, and mutations. */
export class TrpcChaosClient implements ChaosClient {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly issuer: Issuer;
  readonly #calls: ChaosCalls;
  readonly #world: ChaosWorld;
  readonly #ground: Ground;
  readonly #client: TRPCClient<ChaosRouter>;
  readonly #streams: readonly ('orders' | 'ticks')[];
  readonly #seen = new Map<StreamName, number>();
  readonly #subscriptions: readonly { unsubscribe(): void }[];

  constructor({ name, proxy, issuer }: ClientPlace, world: ChaosWorld, createGround: CreateGround) {
    this.name = name;
    this.proxy = proxy;
    this.issuer = issuer;
    this.#calls = new ChaosCalls(name, world.recorder);
    this.#world = world;
    const readers = new Map<string, (item: ObservedItem) => void>();
    this.#ground = createGround((gap) => readers.get('ticks')?.({ type: 'gap', ...gap }));
    this.#client = createTRPCClient<ChaosRouter>({ links: [this.#ground.link] });
    this.#streams = this.#ground.isOurs ? ['orders', 'ticks'] : ['orders'];
    this.#subscriptions = this.#streams.map((stream) => {
      const see = world.recorder.observe(name, stream);
      readers.set(stream, see);
      const callbacks = {
        onData: (event: unknown) => {
          const number = numberOf(event);
          this.#seen.set(stream, number);
          see({ type: 'event', number });
        },
        onError: ({ message }: { readonly message: string }) => see({ type: 'ended', code: message }),
      };
      return stream === 'orders'
        ? this.#client.orders.subscribe(undefined, callbacks)
        : this.#client.ticks.subscribe(undefined, callbacks);
    });
  }

  get pendingCount(): number {
    return this.#calls.pendingCount;
  }

  add(addition: Addition, isSure: boolean): void {
    if (!this.#ground.isOurs) return;
    const { add, addSurely } = this.#client;
    this.#calls.added(addition, isSure ? addSurely.mutate(addition) : add.mutate(addition));
  }

  askForText(size: number): void {
    if (this.#ground.isOurs) this.#calls.asked(size, this.#client.text.query({ size }));
  }

  tune(): void {
    // tRPC's client has no word for a pace.
  }

  slowDown(): void {
    // tRPC's callbacks are always taken at once.
  }

  hasCaughtUp(): boolean {
    return this.#streams.every((stream) => this.#seen.get(stream) === this.#world.streams.lastOf(stream));
  }

  async close(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    await this.#ground.close();
  }
}

/** tRPC's client over our link. */
export function linkGround(proxy: FaultProxy, issuer: Issuer, dice: Dice): CreateGround {
  return (onGap) => {
    const client: TrunklineClient<ChaosRouter> = createClient<ChaosRouter>(clientOptions(proxy, issuer, dice));
    return {
      // `orders` is tracked, so that no gap may excuse what is missing there.
      link: trunklineLink<ChaosRouter>({ client, onGap: (gap, { path }) => path === 'ticks' && onGap(gap) }),
      isOurs: true,
      close: () => client.close({ timeoutMs: 100 }),
    };
  };
}

/** tRPC's client over tRPC's own link. */
export function stockGround(proxy: FaultProxy, issuer: Issuer, dice: Dice): CreateGround {
  const client: TRPCWebSocketClient = createWSClient({
    url: proxy.url,
    connectionParams: issuer.issue,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tRPC asks for the browser's class and uses what `ws` has too.
    WebSocket: QuietWebSocket as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => dice.between(5, 40),
    keepAlive: { enabled: true, intervalMs: 120, pongTimeoutMs: 120 },
  });
  return () => ({ link: wsLink<ChaosRouter>({ client }), isOurs: false, close: () => client.close() });
}

/** `ws` without compression, so that a fault proxy knows text when it sees it. */
class QuietWebSocket extends WebSocket {
  constructor(url: string) {
    super(url, [], { perMessageDeflate: false });
  }
}
