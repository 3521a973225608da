import { setTimeout as delay } from 'node:timers/promises';
import type { Dice } from '@trunkline/testing';
import type { Addition, ChaosClient } from './chaos-client.js';
import type { ChaosWorld } from './chaos-world.js';
import { STREAM_NAMES } from './streams.js';

/** Time for everything to be seen once the network is whole, in milliseconds. What is missing then is a violation. */
const CONVERGENCE_MS = 8000;

/** Characters of an answer that travels in parts; one in so many is of that kind, and half of those are kept by the server. */
const LARGE_SIZES = [80_000, 140_000] as const;

/** What happens all the time: events of every stream, and calls. */
export class Traffic {
  readonly #dice: Dice;
  readonly #world: ChaosWorld;
  readonly #clients: readonly ChaosClient[];
  #additionCount = 0;

  constructor(dice: Dice, world: ChaosWorld, clients: readonly ChaosClient[]) {
    this.#dice = dice;
    this.#world = world;
    this.#clients = clients;
  }

  async flow(stepCount: number): Promise<void> {
    for (let step = 0; step < stepCount; step += 1) {
      this.#publish(this.#dice.below(10) === 0 ? 60 : 3);
      const client = this.#clients[this.#dice.below(this.#clients.length)];
      if (this.#dice.below(3) === 0) {
        const size = this.#dice.below(12) === 0 ? this.#dice.pick(LARGE_SIZES) : 0;
        client?.add(this.#nextAddition(size), this.#dice.below(3) === 0);
      }
      await delay(this.#dice.between(1, 6));
    }
  }

  /** Lets a client ask for answers that are on their way for a while. */
  askForMuch(client: ChaosClient): void {
    client.add(this.#nextAddition(this.#dice.pick(LARGE_SIZES)), this.#dice.below(2) === 0);
    client.askForText(this.#dice.pick(LARGE_SIZES));
  }

  /** Publishes closing events until all have seen the last one and know what became of their calls. */
  async untilAllSee(): Promise<void> {
    const dueAt = Date.now() + CONVERGENCE_MS;
    for (const client of this.#clients) client.slowDown(0);
    for (let turn = 0; Date.now() < dueAt; turn += 1) {
      // Who follows live misses an event that comes before it is back, so there is another one now and then.
      if (turn % 20 === 0) for (const stream of STREAM_NAMES) this.#world.publish(stream);
      await delay(5);
      if (this.#clients.every((client) => client.pendingCount === 0 && client.hasCaughtUp())) return;
    }
  }

  #publish(count: number): void {
    for (let index = 0; index < count; index += 1) this.#world.publish('bursts');
    for (const stream of ['ticks', 'blips', 'orders', 'levels'] as const) {
      for (let index = this.#dice.below(4); index > 0; index -= 1) this.#world.publish(stream);
    }
  }

  #nextAddition(size: number): Addition {
    this.#additionCount += 1;
    const [beforeMs, afterMs] = [this.#dice.below(8), this.#dice.below(8)];
    return { key: `addition-${this.#additionCount}`, isRefused: this.#dice.below(8) === 0, beforeMs, afterMs, size };
  }
}
