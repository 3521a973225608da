import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type SubscriptionItem, type TrunklineClient } from '@trunkline/client';
import { checkDelivery, createMessageProxy, type DeliveryViolation, type ObservedItem } from '@trunkline/testing';
import { ChaosCalls } from './chaos-calls.js';
import type { ChaosRouter } from './chaos-router.js';
import { ChaosServer } from './chaos-server.js';
import { ChaosWorld } from './chaos-world.js';
import { Issuer } from './credentials.js';
import type { Mutant } from './mutants.js';
import { observedOf } from './native-chaos-client.js';

/** Time for what a healthy implementation does in a few milliseconds. */
const PATIENCE_MS = 500;

/** Characters of an answer that travels in parts. */
const LARGE_SIZE = 100_000;

/**
 * Runs a small scenario through a mutant, and judges it: events, a lost connection that is recovered from, one with a told
 * gap, events at a pace, mutations, and a long answer.
 */
export async function runMutant(mutant: Mutant): Promise<readonly DeliveryViolation[]> {
  const world = new ChaosWorld();
  const server = new ChaosServer(world);
  await server.start();
  const proxy = await createMessageProxy({
    ...mutant,
    get target() {
      return `ws://127.0.0.1:${server.port}`;
    },
  });
  const client = createClient<ChaosRouter>({
    url: proxy.url,
    connectionParams: new Issuer('ada', null, true).issue,
    reconnect: { firstDelayMs: 1, maxDelayMs: 5 },
  });
  const ticks = follow(client.ticks.subscribe(undefined, { status: true }), world.recorder.observe('client', 'ticks'));
  await waitUntil(() => ticks.lives > 0 && world.streams.listenerCount > 0);
  publish(world, 6);
  await waitUntil(() => ticks.seen === 6);
  // The run goes on without its client, so what comes meanwhile is kept.
  proxy.cut();
  publish(world, 3);
  await waitUntil(() => ticks.lives > 1 && ticks.seen === 9);
  // A new server knows nothing of the run of the old one, so the gap is certain.
  await server.crash();
  await waitUntil(() => world.streams.listenerCount === 0);
  publish(world, 3);
  await server.start();
  await waitUntil(() => ticks.lives > 2 && world.streams.listenerCount > 0);
  publish(world, 6);
  await makeCalls(client, world);
  // All that was published, and what a mutant lets come behind it.
  await waitUntil(() => ticks.seen === 18);
  const paced = await readAtPace(client, world);
  await client.last.query(undefined, { timeoutMs: PATIENCE_MS }).catch(() => undefined);
  const violations = checkDelivery(world.recorder.record);
  await client.close({ timeoutMs: 50 });
  await Promise.all([ticks.reading, paced.reading]);
  await proxy.close();
  await server.close();
  return violations;
}

async function makeCalls(client: TrunklineClient<ChaosRouter>, world: ChaosWorld): Promise<void> {
  const calls = new ChaosCalls('client', world.recorder);
  const add = (key: string, isRefused: boolean): void => {
    const addition = { key, isRefused, beforeMs: 0, afterMs: 0, size: 0 };
    calls.added(addition, client.add.mutate(addition));
  };
  add('kept', false);
  add('refused', true);
  calls.asked(LARGE_SIZE, client.text.query({ size: LARGE_SIZE }));
  await waitUntil(() => calls.pendingCount === 0);
}

/** Reads a stream of which several events come in the time of one. */
async function readAtPace(client: TrunklineClient<ChaosRouter>, world: ChaosWorld): Promise<Followed> {
  const listenerCount = world.streams.listenerCount;
  const bursts = follow(
    client.bursts.subscribe(undefined, { status: true, maxRate: 20 }),
    world.recorder.observe('client', 'bursts', { mayConflate: true }),
  );
  await waitUntil(() => bursts.lives > 0 && world.streams.listenerCount > listenerCount);
  // The first leaves at once, and those behind it wait for their time.
  world.publish('bursts');
  await waitUntil(() => bursts.seen === 1);
  for (let index = 0; index < 7; index += 1) world.publish('bursts');
  await waitUntil(() => bursts.seen === 8);
  return bursts;
}

/** A subscription that is read to its end, and where it is. */
interface Followed {
  lives: number;
  seen: number;
  reading: Promise<void>;
}

function follow(items: AsyncIterable<SubscriptionItem<unknown>>, see: (item: ObservedItem) => void): Followed {
  const followed: Followed = { lives: 0, seen: 0, reading: Promise.resolve() };
  const read = async (): Promise<void> => {
    for await (const item of items) {
      const observed = observedOf(item);
      see(observed);
      if (observed.type === 'live') followed.lives += 1;
      if (observed.type === 'event') followed.seen = observed.number;
    }
    see({ type: 'ended' });
  };
  followed.reading = read().catch((thrown: unknown) => see({ type: 'ended', code: String(thrown) }));
  return followed;
}

function publish(world: ChaosWorld, count: number): void {
  for (let index = 0; index < count; index += 1) world.publish('ticks');
}

/** Waits, but not for ever: what does not come about is for the checker to tell. */
async function waitUntil(isSo: () => boolean): Promise<void> {
  const dueAt = Date.now() + PATIENCE_MS;
  while (!isSo() && Date.now() < dueAt) await delay(2);
}
