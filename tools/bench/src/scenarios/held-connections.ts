import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../report/statistics.js';
import { describeShortage, readOpenFileLimit } from './open-file-limit.js';
import type { Sample, Scenario } from './scenario.js';
import { untilConnected } from './until-connected.js';

// Several processes share the connecting, so that the clients are not what is measured.
const clientCount = 4;

/** Whether ten thousand connections stay open, and what they cost the whole process. */
export const heldConnections: Scenario = {
  name: 'held-connections',
  title: '10,000 idle connections hold',
  metrics: [
    { name: 'held', title: 'still open after 10 s', unit: '' },
    { name: 'resident', title: 'server memory per connection', unit: 'KiB' },
    { name: 'latency', title: 'a call among them, p99', unit: 'ms' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 1,
  includes: ({ name }) => ['ws', 'trunkline', 'trpc'].includes(name),
  findObstacle: ({ heldConnectionCount }) => describeShortage(readOpenFileLimit(), heldConnectionCount),
  async warmUp(pair, { warmUpMs }) {
    await pair.connect(1, clientCount);
    await pair.client(clientCount).ask('load', {
      name: 'item',
      inFlight: 1,
      durationMs: warmUpMs,
      recordsLatencies: false,
    });
    await pair.server.ask('heapBytes');
  },
  async measure(pair, { heldConnectionCount, holdMs, roundMs }): Promise<Sample> {
    const before = await pair.server.ask('residentBytes');
    const share = Math.floor(heldConnectionCount / clientCount);
    const rest = heldConnectionCount - share * (clientCount - 1);
    await Promise.all(
      Array.from({ length: clientCount }, (_, index) => pair.connect(index === 0 ? rest : share, index)),
    );
    await untilConnected(pair.server, heldConnectionCount + 1);
    await delay(holdMs);
    const { latenciesMs } = await pair.client(clientCount).ask('load', {
      name: 'item',
      inFlight: 1,
      durationMs: roundMs,
      recordsLatencies: true,
    });
    const held = (await pair.server.ask('connectionCount')) - 1;
    const after = await pair.server.ask('residentBytes');
    return {
      held,
      resident: (after - before) / heldConnectionCount / 1024,
      latency: quantile(latenciesMs, 0.99),
    };
  },
};
