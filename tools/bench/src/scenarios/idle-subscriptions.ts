import type { Sample, Scenario } from './scenario.js';

const connectionCount = 10;

/** What a subscription costs whose generator has nothing to say. */
export const idleSubscriptions: Scenario = {
  name: 'idle-subscriptions',
  title: 'Idle generator subscriptions',
  metrics: [{ name: 'heap', title: 'server heap per subscription', unit: 'KiB' }],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name, transport }) => transport === 'websocket' && name !== 'trunkline-link',
  async warmUp(pair) {
    await pair.connect(connectionCount);
    await pair.client().ask('holdStreams', { perConnection: 5 });
  },
  async measure(pair, { idleStreamsPerConnection }): Promise<Sample> {
    const before = await pair.server.ask('heapBytes');
    await pair.client().ask('holdStreams', { perConnection: idleStreamsPerConnection });
    const after = await pair.server.ask('heapBytes');
    return { heap: (after - before) / (connectionCount * idleStreamsPerConnection) / 1024 };
  },
};
