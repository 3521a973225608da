import { setTimeout as delay } from 'node:timers/promises';
import { checkDelivery, createFaultProxy, type DeliveryViolation, Dice } from '@trunkline/testing';
import { applyFault } from './apply-fault.js';
import type { ChaosClient } from './chaos-client.js';
import { ChaosServer } from './chaos-server.js';
import { ChaosWorld, STREAM_NAMES } from './chaos-world.js';
import { countDelivery, type DeliveryCounts } from './count-delivery.js';
import { type PlannedFault, planFaults } from './fault-plan.js';
import { NativeChaosClient } from './native-chaos-client.js';
import { linkGround, stockGround, TrpcChaosClient } from './trpc-chaos-client.js';

/** What one run was, and what became of it. */
export interface ChaosReport {
  readonly seed: number;
  readonly plan: readonly PlannedFault[];
  readonly violations: readonly DeliveryViolation[];
  readonly counts: DeliveryCounts;
  readonly durationMs: number;
}

/** How one run is made. */
export interface ChaosRun {
  readonly seed: number;
  /** Names of the faults to choose from; none for all. */
  readonly only?: readonly string[] | undefined;
}

/** Time for everything to be seen once the network is whole, in milliseconds. What is missing then is a violation. */
const CONVERGENCE_MS = 8000;

/** Runs a real server and real clients through a storm of faults, heals all, and judges what was delivered. */
export async function runChaos({ seed, only = [] }: ChaosRun): Promise<ChaosReport> {
  const startedAt = Date.now();
  const dice = new Dice(seed);
  const world = new ChaosWorld();
  const server = new ChaosServer(world);
  await server.start();
  const clients = await createClients(dice, world, server);
  const plan = planFaults(dice, clients.length, only);
  const traffic = new Traffic(dice, world, clients);
  await traffic.untilAllSee();
  for (const planned of plan) {
    const heal = await applyFault(planned, clients, server);
    await traffic.flow(planned.stepCount);
    await heal();
    await traffic.flow(dice.between(1, 15));
  }
  await traffic.untilAllSee();
  const { record } = world.recorder;
  const report = { seed, plan, violations: checkDelivery(record), counts: countDelivery(record) };
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(clients.map(({ proxy }) => proxy.close()));
  await server.crash();
  return { ...report, durationMs: Date.now() - startedAt };
}

async function createClients(dice: Dice, world: ChaosWorld, server: ChaosServer): Promise<readonly ChaosClient[]> {
  const proxyFor = (index: number): ReturnType<typeof createFaultProxy> =>
    createFaultProxy({ target: server, seed: dice.below(2 ** 31) + index });
  const [one, two, three, four] = await Promise.all([proxyFor(1), proxyFor(2), proxyFor(3), proxyFor(4)]);
  return [
    new NativeChaosClient('native-1', one, world, dice),
    new NativeChaosClient('native-2', two, world, dice),
    new TrpcChaosClient('link', three, world, linkGround(three, dice)),
    new TrpcChaosClient('stock', four, world, stockGround(four, dice)),
  ];
}

/** What happens all the time: events of every stream, and mutations. */
class Traffic {
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
      if (this.#dice.below(3) === 0) client?.add(this.#nextAddition());
      await delay(this.#dice.between(1, 6));
    }
  }

  /** Publishes closing events until all have seen the last one and know what became of their mutations. */
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
    for (const stream of ['ticks', 'blips', 'orders'] as const) {
      for (let index = this.#dice.below(4); index > 0; index -= 1) this.#world.publish(stream);
    }
  }

  #nextAddition() {
    this.#additionCount += 1;
    const [beforeMs, afterMs] = [this.#dice.below(8), this.#dice.below(8)];
    return { key: `addition-${this.#additionCount}`, isRefused: this.#dice.below(8) === 0, beforeMs, afterMs };
  }
}
