import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@trunkline/client';
import { checkDelivery, createMessageProxy, type DeliveryViolation } from '@trunkline/testing';
import type { ChaosRouter } from './chaos-router.js';
import { ChaosServer } from './chaos-server.js';
import { ChaosWorld } from './chaos-world.js';
import type { Mutant } from './mutants.js';
import { observedOf } from './native-chaos-client.js';
import { outcomeOf } from './outcome-of.js';

/** Time for what a healthy implementation does in a few milliseconds. */
const PATIENCE_MS = 500;

/** Runs a small scenario, events, a lost connection with a told gap and mutations, through a mutant, and judges it. */
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
  const client = createClient<ChaosRouter>({ url: proxy.url, reconnect: { firstDelayMs: 1, maxDelayMs: 5 } });
  const see = world.recorder.observe('client', 'ticks');
  const scene = { lives: 0, seen: 0 };
  const reading = (async () => {
    for await (const item of client.ticks.subscribe(undefined, { status: true })) {
      const observed = observedOf(item);
      see(observed);
      if (observed.type === 'live') scene.lives += 1;
      if (observed.type === 'event') scene.seen = observed.number;
    }
    see({ type: 'ended' });
  })().catch((thrown: unknown) => see({ type: 'ended', code: String(thrown) }));
  await waitUntil(() => scene.lives > 0 && world.listenerCount > 0);
  publish(world, 6);
  await waitUntil(() => scene.seen === 6);
  // A new server knows nothing of the run of the old one, so the gap is certain.
  await server.crash();
  await waitUntil(() => world.listenerCount === 0);
  publish(world, 3);
  await server.start();
  await waitUntil(() => scene.lives > 1 && world.listenerCount > 0);
  publish(world, 6);
  const call = (key: string, isRefused: boolean): Promise<void> => {
    const answer = client.add.mutate({ key, isRefused, beforeMs: 0, afterMs: 0 });
    return world.recorder.call('client', key, answer, outcomeOf);
  };
  await Promise.race([Promise.all([call('kept', false), call('refused', true)]), delay(PATIENCE_MS)]);
  // All that was published, and what a mutant lets come behind it.
  await waitUntil(() => scene.seen === 15);
  await client.last.query(undefined, { timeoutMs: PATIENCE_MS }).catch(() => undefined);
  const violations = checkDelivery(world.recorder.record);
  await client.close({ timeoutMs: 50 });
  await reading;
  await proxy.close();
  await server.crash();
  return violations;
}

function publish(world: ChaosWorld, count: number): void {
  for (let index = 0; index < count; index += 1) world.publish('ticks');
}

/** Waits, but not for ever: what does not come about is for the checker to tell. */
async function waitUntil(isSo: () => boolean): Promise<void> {
  const dueAt = Date.now() + PATIENCE_MS;
  while (!isSo() && Date.now() < dueAt) await delay(2);
}
