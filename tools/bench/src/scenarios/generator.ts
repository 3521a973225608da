import type { Pair } from '../processes/pair.js';
import type { Sample, Scenario } from './scenario.js';

/** What an event costs that a generator yields without ever waiting. */
export const generator: Scenario = {
  name: 'generator',
  title: 'One fast generator',
  metrics: [
    { name: 'serverCpu', title: 'server CPU per event', unit: 'µs' },
    { name: 'clientCpu', title: 'client CPU per event', unit: 'µs' },
  ],
  processes: 'kept',
  compression: false,
  includes: ({ transport }) => transport === 'websocket',
  async warmUp(pair, { eventCount, warmUpMs }) {
    await pair.connect(1);
    for (let elapsedMs = 0; elapsedMs < warmUpMs; ) elapsedMs += (await read(pair, eventCount)).elapsedMs;
  },
  async measure(pair, { eventCount }): Promise<Sample> {
    const before = await pair.server.ask('usage');
    const { cpuMicros } = await read(pair, eventCount);
    const after = await pair.server.ask('usage');
    return { serverCpu: (after.cpuMicros - before.cpuMicros) / eventCount, clientCpu: cpuMicros / eventCount };
  },
};

function read(pair: Pair, count: number) {
  return pair.client().ask('readStream', { name: 'burst', count });
}
