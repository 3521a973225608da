import { setTimeout as delay } from 'node:timers/promises';
import { Crowd } from './crowd.js';
import { describeShortage, readOpenFileLimit } from './open-file-limit.js';
import type { Sample, Scenario } from './scenario.js';
import { untilConnected } from './until-connected.js';

/** What a deploy does to a crowd that is in the middle of something: each client always has a mutation under way. */
export const drain: Scenario = {
  name: 'drain',
  title:
    'A server drained under 1,000 clients, each with a mutation of half a second under way, while another takes over',
  metrics: [
    { name: 'failed', title: 'calls that failed', unit: '' },
    { name: 'cut', title: 'connections cut at the deadline', unit: '' },
    { name: 'duration', title: 'the drain took', unit: 'ms' },
    { name: 'longest', title: 'the longest call took', unit: 'ms' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name }, superjson) => !superjson && ['trunkline', 'trunkline-stock', 'trpc'].includes(name),
  findObstacle: ({ crowdCount }) => describeShortage(readOpenFileLimit(), crowdCount),
  async warmUp(pair, { crowdCount }) {
    await pair.startSuccessor();
    await new Crowd(pair, crowdCount).connect();
  },
  async measure(pair, { crowdCount, calmMs, drainTimes }): Promise<Sample> {
    const crowd = new Crowd(pair, crowdCount);
    const { server: successor, address } = await pair.startSuccessor();
    await crowd.ask('startCalls', { name: 'order' });
    await delay(calmMs);
    await crowd.ask('redirect', { address });
    const { cutCount, durationMs } = await pair.server.ask('drain', drainTimes);
    await untilConnected(successor, crowdCount);
    await delay(calmMs);
    const results = await crowd.ask('stopCalls');
    return {
      failed: results.reduce((sum, { failedCount }) => sum + failedCount, 0),
      cut: cutCount,
      duration: durationMs,
      longest: Math.max(...results.map(({ longestMs }) => longestMs)),
    };
  },
};
