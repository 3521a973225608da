import { quantile } from '../report/statistics.js';
import type { Sample, Scenario } from './scenario.js';

const probeEveryMs = 5;

/** How long another client waits for a small call while the fast generator runs. */
export const generatorNeighbour: Scenario = {
  name: 'generator-neighbour',
  title: "Another client's calls while the fast generator runs, one each 5 ms",
  metrics: [
    { name: 'p50', title: 'p50', unit: 'ms' },
    { name: 'p99', title: 'p99', unit: 'ms' },
    { name: 'longest', title: 'longest', unit: 'ms' },
  ],
  processes: 'kept',
  compression: false,
  includes: ({ transport }) => transport === 'websocket',
  async warmUp(pair, { eventCount, warmUpMs }) {
    await pair.connect(1);
    await pair.connect(1, 1);
    for (let elapsedMs = 0; elapsedMs < warmUpMs; ) {
      elapsedMs += (await pair.client().ask('readStream', { name: 'burst', count: eventCount })).elapsedMs;
    }
    await pair.client(1).ask('callInTurn', { name: 'item', count: 100 });
  },
  async measure(pair, { eventCount }): Promise<Sample> {
    await pair.client(1).ask('startProbe', { everyMs: probeEveryMs });
    await pair.client().ask('readStream', { name: 'burst', count: eventCount });
    const latenciesMs = await pair.client(1).ask('stopProbe');
    return {
      p50: quantile(latenciesMs, 0.5),
      p99: quantile(latenciesMs, 0.99),
      longest: Math.max(...latenciesMs),
    };
  },
};
