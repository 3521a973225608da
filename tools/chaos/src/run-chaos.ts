import { createMemoryIdempotencyStore } from '@trunkline/server';
import { checkDelivery, type DeliveryViolation, Dice } from '@trunkline/testing';
import { applyFault } from './apply-fault.js';
import type { ChaosHost } from './chaos-host.js';
import { ChaosProcess } from './chaos-process.js';
import { ChaosServer } from './chaos-server.js';
import { ChaosWorld } from './chaos-world.js';
import { countDelivery, type DeliveryCounts } from './count-delivery.js';
import { createClients } from './create-clients.js';
import { type PlannedFault, planFaults } from './fault-plan.js';
import { Traffic } from './traffic.js';

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

/** One run in so many has its server in a process of its own, which takes a second to start and can be killed. */
const PROCESS_EVERY = 20;

/** Runs a real server and real clients through a storm of faults, heals all, and judges what was delivered. */
export async function runChaos({ seed, only = [] }: ChaosRun): Promise<ChaosReport> {
  const startedAt = Date.now();
  const dice = new Dice(seed);
  const world = new ChaosWorld();
  const server = createHost(seed, world);
  await server.start();
  const clients = await createClients(dice, world, server);
  const plan = planFaults(dice, clients.length, only, isInProcess(seed) ? ['crash'] : []);
  const traffic = new Traffic(dice, world, clients);
  await traffic.untilAllSee();
  for (const planned of plan) {
    const heal = await applyFault(planned, { clients, server, traffic });
    await traffic.flow(planned.stepCount);
    await heal();
    await traffic.flow(dice.between(1, 15));
  }
  await traffic.untilAllSee();
  await server.close();
  const { record } = world.recorder;
  const violations = checkDelivery(record);
  const counts = countDelivery(record, server.deeds);
  await Promise.all(clients.map((client) => client.close()));
  await Promise.all(clients.map(({ proxy }) => proxy.close()));
  return { seed, plan, violations, counts, durationMs: Date.now() - startedAt };
}

function isInProcess(seed: number): boolean {
  return seed % PROCESS_EVERY === 0;
}

/** A server in a process of its own, or one here: with a memory of mutations for each life, or with one for all. */
function createHost(seed: number, world: ChaosWorld): ChaosHost {
  if (isInProcess(seed)) return new ChaosProcess(world);
  return new ChaosServer(world, seed % 2 === 0 ? createMemoryIdempotencyStore() : undefined);
}
