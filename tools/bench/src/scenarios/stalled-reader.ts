import { setTimeout as delay } from 'node:timers/promises';
import { bulkChunkBytes } from '../workload/streams.js';
import type { Sample, Scenario } from './scenario.js';

/** How much a server grows when it has 50 MB for somebody who reads nothing. */
export const stalledReader: Scenario = {
  name: 'stalled-reader',
  title: '50 MB yielded to a reader that stalls',
  metrics: [
    { name: 'growth', title: 'the process grows by', unit: 'MB' },
    { name: 'yielded', title: 'taken from the generator', unit: 'MB' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name, transport }) => transport === 'websocket' && name !== 'trunkline-link',
  async warmUp(pair, { warmUpMs }) {
    await pair.connect(1);
    await pair.client().ask('load', { name: 'item', inFlight: 16, durationMs: warmUpMs, recordsLatencies: false });
    await pair.server.ask('heapBytes');
  },
  async measure(pair, { bulkChunkCount, stallMs }): Promise<Sample> {
    const before = await pair.server.ask('residentBytes');
    await pair.server.ask('watchPeak');
    await pair.client().ask('stall', { count: bulkChunkCount });
    const yieldedBytes = await settle(() => pair.server.ask('yieldedBytes'), bulkChunkCount * bulkChunkBytes, stallMs);
    if (yieldedBytes === 0)
      throw new Error('The stalled reader was never served: its subscription was not understood.');
    const peak = await pair.server.ask('peakBytes');
    return { growth: Math.max(0, peak - before) / 1e6, yielded: yieldedBytes / 1e6 };
  },
};

/** Waits until the generator was emptied or the time is over, then for what its last event sets off. */
async function settle(read: () => Promise<number>, goal: number, timeoutMs: number): Promise<number> {
  const stepMs = timeoutMs / 10;
  let value = 0;
  for (let step = 0; step < 10 && value < goal; step += 1) {
    await delay(stepMs);
    value = await read();
  }
  await delay(stepMs);
  return value;
}
