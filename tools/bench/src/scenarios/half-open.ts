import { setTimeout as delay } from 'node:timers/promises';
import { createFaultProxy } from '@trunkline/testing';
import type { Pair } from '../processes/pair.js';
import { Crowd } from './crowd.js';
import type { Sample, Scenario } from './scenario.js';

/** How soon a client with its default settings is rid of a connection that carries nothing any more and does not end. */
export const halfOpen: Scenario = {
  name: 'half-open',
  title: 'A connection that goes silent without an end',
  metrics: [
    { name: 'left', title: 'given up after', unit: 'ms' },
    { name: 'back', title: 'events again after', unit: 'ms' },
    { name: 'lost', title: 'events lost', unit: '' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name }, superjson) => !superjson && ['trunkline', 'trpc'].includes(name),
  warmUp: () => Promise.resolve(),
  async measure(pair, { calmMs, keepAlive, patienceMs }): Promise<Sample> {
    const proxy = await createFaultProxy({ target: { port: portOf(pair) } });
    try {
      await pair.connect(1, 0, { address: `127.0.0.1:${proxy.port}`, keepAlive });
      await pair.client().ask('watchNumbers', { name: 'trackedNumbers' });
      await delay(calmMs);
      const cutAtMs = Date.now();
      // Only what is open: the next connection finds a network that works.
      for (const connection of proxy.connections) connection.freeze();
      return await observe(pair, cutAtMs, patienceMs);
    } finally {
      await pair.client().ask('disconnect');
      await proxy.close();
    }
  },
};

async function observe(pair: Pair, cutAtMs: number, patienceMs: number): Promise<Sample> {
  await new Crowd(pair, 1, 1).untilUpToDate({ cutAtMs, dueAtMs: cutAtMs }, patienceMs);
  const [judgement] = await pair.client().ask('judgeNumbers', { cutAtMs, dueAtMs: Date.now() });
  const lostAtMs = await pair.client().ask('lostAtMs');
  // A client that never comes back has no such times.
  if (judgement?.backMs === undefined || lostAtMs === undefined) return { lost: judgement?.lostCount ?? 0 };
  return { left: lostAtMs - cutAtMs, back: judgement.backMs, lost: judgement.lostCount };
}

function portOf({ address }: Pair): number {
  return Number(address.slice(address.lastIndexOf(':') + 1));
}
