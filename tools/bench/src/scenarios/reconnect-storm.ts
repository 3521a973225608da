import { setTimeout as delay } from 'node:timers/promises';
import type { NumberStreamName } from '../clients/client-port.js';
import type { ArrivalsJudgement } from '../load/arrivals.js';
import type { Pair } from '../processes/pair.js';
import { Crowd } from './crowd.js';
import { describeShortage, readOpenFileLimit } from './open-file-limit.js';
import type { Scale } from './scale.js';
import type { Sample, Scenario } from './scenario.js';
import { untilConnected } from './until-connected.js';

/** What a crowd goes through whose connections are all lost at once, while each reads ten numbered events a second. */
export const reconnectStorm: Scenario = {
  name: 'reconnect-storm',
  title: '1,000 clients dropped at once, each with a subscription of ten numbered events a second',
  metrics: [
    { name: 'complete', title: 'untracked: the last has everything after', unit: 'ms' },
    { name: 'lost', title: 'lost', unit: '' },
    { name: 'doubled', title: 'doubled', unit: '' },
    { name: 'trackedComplete', title: '`tracked()`: the last has everything after', unit: 'ms' },
    { name: 'trackedLost', title: 'lost, tracked', unit: '' },
    { name: 'trackedDoubled', title: 'doubled, tracked', unit: '' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name }, superjson) =>
    !superjson && ['trunkline', 'trunkline-link', 'trunkline-stock', 'trpc'].includes(name),
  findObstacle: ({ crowdCount }) => describeShortage(readOpenFileLimit(), crowdCount),
  async warmUp(pair, scale) {
    const few = { ...scale, crowdCount: Math.ceil(scale.crowdCount / 10) };
    await drop(pair, 'numbers', few);
    await drop(pair, 'trackedNumbers', few);
  },
  async measure(pair, scale): Promise<Sample> {
    const untracked = await drop(pair, 'numbers', scale);
    const tracked = await drop(pair, 'trackedNumbers', scale);
    return {
      ...sumUp(untracked, { complete: 'complete', lost: 'lost', doubled: 'doubled' }),
      ...sumUp(tracked, { complete: 'trackedComplete', lost: 'trackedLost', doubled: 'trackedDoubled' }),
    };
  },
};

async function drop(
  pair: Pair,
  name: NumberStreamName,
  { crowdCount, calmMs, patienceMs }: Scale,
): Promise<readonly ArrivalsJudgement[]> {
  const crowd = new Crowd(pair, crowdCount);
  await crowd.connect();
  await crowd.ask('watchNumbers', { name });
  await delay(calmMs);
  const { cutAtMs } = await pair.server.ask('cutConnections');
  await crowd.untilUpToDate({ cutAtMs, dueAtMs: cutAtMs }, patienceMs);
  const dueAtMs = Date.now();
  // What comes twice may come late.
  await delay(calmMs);
  const judgements = await crowd.ask('judgeNumbers', { cutAtMs, dueAtMs });
  await crowd.ask('disconnect');
  await untilConnected(pair.server, 0);
  return judgements.flat();
}

function sumUp(
  judgements: readonly ArrivalsJudgement[],
  names: { readonly complete: string; readonly lost: string; readonly doubled: string },
): Sample {
  const times = judgements.flatMap(({ completeMs }) => completeMs ?? []);
  const counts = {
    [names.lost]: judgements.reduce((sum, { lostCount }) => sum + lostCount, 0),
    [names.doubled]: judgements.reduce((sum, { doubledCount }) => sum + doubledCount, 0),
  };
  // A crowd of which one is never complete has no such time.
  return times.length < judgements.length ? counts : { [names.complete]: Math.max(...times), ...counts };
}
