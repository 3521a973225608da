import {
  createTRPCClient,
  createWSClient,
  type TRPCClient,
  type TRPCLink,
  type TRPCWebSocketClient,
  wsLink,
} from '@trpc/client';
import { createClient, type TrunklineClient } from '@trunkline/client';
import { trunklineLink } from '@trunkline/client/trpc';
import type { Dice, FaultProxy } from '@trunkline/testing';
import { WebSocket } from 'ws';
import type { Addition, ChaosClient } from './chaos-client.js';
import type { ChaosRouter } from './chaos-router.js';
import type { ChaosWorld } from './chaos-world.js';
import { clientOptions, numberOf } from './native-chaos-client.js';
import { outcomeOf } from './outcome-of.js';

/** What a client of tRPC's stands on. */
interface Ground {
  readonly link: TRPCLink<ChaosRouter>;
  /** Whether the outcome of a mutation is told in a form that can be judged. */
  readonly hasMutations: boolean;
  close(): Promise<void>;
}

/** A client of tRPC's own, which promises a stream of `tracked()` events, and mutations where our link carries them. */
export class TrpcChaosClient implements ChaosClient {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly #world: ChaosWorld;
  readonly #ground: Ground;
  readonly #client: TRPCClient<ChaosRouter>;
  readonly #subscription: { unsubscribe(): void };
  #seen = 0;
  pendingCount = 0;

  constructor(name: string, proxy: FaultProxy, world: ChaosWorld, ground: Ground) {
    this.name = name;
    this.proxy = proxy;
    this.#world = world;
    this.#ground = ground;
    this.#client = createTRPCClient<ChaosRouter>({ links: [ground.link] });
    const see = world.recorder.observe(name, 'orders');
    this.#subscription = this.#client.orders.subscribe(undefined, {
      onData: (event) => {
        this.#seen = numberOf(event);
        see({ type: 'event', number: this.#seen });
      },
      onError: (error) => see({ type: 'ended', code: error.message }),
    });
  }

  add(addition: Addition): void {
    if (!this.#ground.hasMutations) return;
    this.pendingCount += 1;
    const answer = this.#client.add.mutate(addition);
    void this.#world.recorder.call(this.name, addition.key, answer, outcomeOf).then(() => {
      this.pendingCount -= 1;
    });
  }

  slowDown(): void {
    // tRPC's callbacks are always taken at once.
  }

  hasCaughtUp(): boolean {
    return this.#seen === this.#world.recorder.lastOf('orders');
  }

  async close(): Promise<void> {
    this.#subscription.unsubscribe();
    await this.#ground.close();
  }
}

/** tRPC's client over our link. */
export function linkGround(proxy: FaultProxy, dice: Dice): Ground {
  const client: TrunklineClient<ChaosRouter> = createClient<ChaosRouter>(clientOptions(proxy, dice));
  return {
    link: trunklineLink<ChaosRouter>({ client }),
    hasMutations: true,
    close: () => client.close({ timeoutMs: 100 }),
  };
}

/** tRPC's client over tRPC's own link. */
export function stockGround(proxy: FaultProxy, dice: Dice): Ground {
  const client: TRPCWebSocketClient = createWSClient({
    url: proxy.url,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tRPC asks for the browser's class and uses what `ws` has too.
    WebSocket: QuietWebSocket as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => dice.between(5, 40),
    keepAlive: { enabled: true, intervalMs: 120, pongTimeoutMs: 120 },
  });
  return { link: wsLink<ChaosRouter>({ client }), hasMutations: false, close: () => client.close() };
}

/** `ws` without compression, so that a fault proxy knows text when it sees it. */
class QuietWebSocket extends WebSocket {
  constructor(url: string) {
    super(url, [], { perMessageDeflate: false });
  }
}
