import { setTimeout as delay } from 'node:timers/promises';
import { type ClientOptions, createClient, type SubscriptionItem, type TrunklineClient } from '@trunkline/client';
import type { Dice, FaultProxy, ObservedItem } from '@trunkline/testing';
import type { Addition, ChaosClient } from './chaos-client.js';
import type { ChaosEvent, ChaosRouter } from './chaos-router.js';
import { type ChaosWorld, STREAM_NAMES, type StreamName } from './chaos-world.js';
import { outcomeOf } from './outcome-of.js';

/** Fast enough for a run of a second, slow enough for a machine that is busy. */
export function clientOptions(proxy: FaultProxy, dice: Dice): ClientOptions {
  return {
    url: proxy.url,
    keepAlive: { silenceMs: 120, answerMs: 120 },
    reconnect: { firstDelayMs: 5, maxDelayMs: 40 },
    connectTimeoutMs: 400,
    random: dice.next,
  };
}

/** A client of ours with everything: all streams, gaps and statuses, and mutations. */
export class NativeChaosClient implements ChaosClient {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly #world: ChaosWorld;
  readonly #client: TrunklineClient<ChaosRouter>;
  readonly #seen = new Map<StreamName, number>();
  readonly #readers: Promise<void>[] = [];
  #pauseMs = 0;
  pendingCount = 0;

  constructor(name: string, proxy: FaultProxy, world: ChaosWorld, dice: Dice) {
    this.name = name;
    this.proxy = proxy;
    this.#world = world;
    this.#client = createClient<ChaosRouter>(clientOptions(proxy, dice));
    for (const stream of STREAM_NAMES) this.#readers.push(this.#read(stream));
  }

  add(addition: Addition): void {
    this.pendingCount += 1;
    const answer = this.#client.add.mutate(addition);
    void this.#world.recorder.call(this.name, addition.key, answer, outcomeOf).then(() => {
      this.pendingCount -= 1;
    });
  }

  slowDown(delayMs: number): void {
    this.#pauseMs = delayMs;
  }

  hasCaughtUp(): boolean {
    return STREAM_NAMES.every((stream) => this.#seen.get(stream) === this.#world.recorder.lastOf(stream));
  }

  async close(): Promise<void> {
    await this.#client.close({ timeoutMs: 100 });
    await Promise.all(this.#readers);
  }

  async #read(stream: StreamName): Promise<void> {
    const see = this.#world.recorder.observe(this.name, stream);
    try {
      for await (const item of this.#subscribe(stream)) {
        const observed = observedOf(item);
        if (observed.type === 'event') this.#seen.set(stream, observed.number);
        see(observed);
        if (this.#pauseMs > 0) await delay(this.#pauseMs);
      }
    } catch (thrown) {
      see({ type: 'ended', code: String(thrown) });
    }
  }

  #subscribe(stream: StreamName): AsyncIterable<SubscriptionItem<unknown>> {
    if (stream === 'orders') return this.#client.orders.subscribe(undefined, { status: true });
    return this.#client[stream].subscribe(undefined, { status: true });
  }
}

/** What an item of a loop is to the record. */
export function observedOf(item: SubscriptionItem<unknown>): ObservedItem {
  if (item.type === 'data') return { type: 'event', number: numberOf(item.data) };
  if (item.type === 'gap') return { type: 'gap', reason: item.reason, dropped: item.dropped };
  return item.status === 'live' ? { type: 'live', resumed: item.resumed } : { type: 'interrupted' };
}

/** The number of an event, which `tracked()` puts one level deeper. */
export function numberOf(event: unknown): number {
  const inner = isEvent(event) ? event : isTracked(event) ? event.data : undefined;
  return isEvent(inner) ? inner.number : Number.NaN;
}

function isEvent(value: unknown): value is ChaosEvent {
  return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number';
}

function isTracked(value: unknown): value is { readonly data: unknown } {
  return typeof value === 'object' && value !== null && 'data' in value;
}
