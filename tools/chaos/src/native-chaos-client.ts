import { setTimeout as delay } from 'node:timers/promises';
import { type ClientOptions, createClient, type SubscriptionItem, type TrunklineClient } from '@trunkline/client';
import type { Dice, FaultProxy, ObservedItem } from '@trunkline/testing';
import { ChaosCalls } from './chaos-calls.js';
import type { Addition, ChaosClient, ClientPlace } from './chaos-client.js';
import type { ChaosEvent, ChaosRouter } from './chaos-router.js';
import type { ChaosWorld } from './chaos-world.js';
import type { Issuer } from './credentials.js';
import { STREAM_NAMES, type StreamName } from './streams.js';

/** Fast enough for a run of a second, slow enough for a machine that is busy. */
export function clientOptions(proxy: FaultProxy, issuer: Issuer, dice: Dice): ClientOptions {
  return {
    url: proxy.url,
    connectionParams: issuer.issue,
    keepAlive: { silenceMs: 120, answerMs: 120 },
    reconnect: { firstDelayMs: 5, maxDelayMs: 40 },
    connectTimeoutMs: 400,
    random: dice.next,
  };
}

/** The streams that a client reads at a pace, each with the one that it begins with; null for every event. */
export type Paces = ReadonlyMap<StreamName, number | null>;

/** What can be told another pace. */
interface Tunable {
  tune(pace: { readonly maxRate: number | null }): void;
}

/** A client of ours with everything: all streams, gaps and statuses, paces, and calls. */
export class NativeChaosClient implements ChaosClient {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly issuer: Issuer;
  readonly #world: ChaosWorld;
  readonly #client: TrunklineClient<ChaosRouter>;
  readonly #calls: ChaosCalls;
  readonly #paces: Paces;
  readonly #items = new Map<StreamName, Tunable>();
  readonly #seen = new Map<StreamName, number>();
  readonly #readers: Promise<void>[] = [];
  #pauseMs = 0;

  constructor({ name, proxy, issuer }: ClientPlace, world: ChaosWorld, paces: Paces, dice: Dice) {
    this.name = name;
    this.proxy = proxy;
    this.issuer = issuer;
    this.#world = world;
    this.#paces = paces;
    this.#calls = new ChaosCalls(name, world.recorder);
    this.#client = createClient<ChaosRouter>(clientOptions(proxy, issuer, dice));
    for (const stream of STREAM_NAMES) this.#readers.push(this.#read(stream));
  }

  get pendingCount(): number {
    return this.#calls.pendingCount;
  }

  add(addition: Addition, isSure: boolean): void {
    const { add, addSurely } = this.#client;
    this.#calls.added(addition, isSure ? addSurely.mutate(addition) : add.mutate(addition));
  }

  askForText(size: number): void {
    this.#calls.asked(size, this.#client.text.query({ size }));
  }

  slowDown(delayMs: number): void {
    this.#pauseMs = delayMs;
  }

  tune(maxRate: number | null | undefined): void {
    for (const [stream, first] of this.#paces) {
      this.#items.get(stream)?.tune({ maxRate: maxRate === undefined ? first : maxRate });
    }
  }

  hasCaughtUp(): boolean {
    return STREAM_NAMES.every((stream) => this.#seen.get(stream) === this.#world.streams.lastOf(stream));
  }

  async close(): Promise<void> {
    await this.#client.close({ timeoutMs: 100 });
    await Promise.all(this.#readers);
  }

  async #read(stream: StreamName): Promise<void> {
    const mayConflate = stream === 'levels' || this.#paces.has(stream);
    const see = this.#world.recorder.observe(this.name, stream, { mayConflate });
    try {
      const options = { status: true, maxRate: this.#paces.get(stream) } as const;
      const items =
        stream === 'orders'
          ? this.#client.orders.subscribe(undefined, options)
          : this.#client[stream].subscribe(undefined, options);
      this.#items.set(stream, items);
      for await (const item of items) {
        const observed = observedOf(item);
        if (observed.type === 'event') this.#seen.set(stream, observed.number);
        see(observed);
        if (this.#pauseMs > 0) await delay(this.#pauseMs);
      }
    } catch (thrown) {
      see({ type: 'ended', code: String(thrown) });
    }
  }
}

/** What an item of a loop is to the record. */
export function observedOf(item: SubscriptionItem<unknown>): ObservedItem {
  if (item.type === 'data') return { type: 'event', number: numberOf(item.data), conflated: item.conflated };
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
