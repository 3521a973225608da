import type { Sample, Scenario } from './scenario.js';
import { untilConnected } from './until-connected.js';

/** What a connection costs that is open and silent. */
export const idleConnections: Scenario = {
  name: 'idle-connections',
  title: 'Idle connections',
  metrics: [{ name: 'heap', title: 'server heap per connection', unit: 'KiB' }],
  processes: 'fresh',
  compression: false,
  maxRounds: 3,
  includes: ({ name, transport }) => transport === 'websocket' && name !== 'trunkline-link',
  async warmUp(pair, { idleConnectionCount }) {
    const visitor = pair.client(1);
    await pair.connect(Math.ceil(idleConnectionCount / 10), 1);
    await visitor.ask('disconnect');
    await visitor.end();
    await untilConnected(pair.server, 0);
  },
  async measure(pair, { idleConnectionCount }): Promise<Sample> {
    const before = await pair.server.ask('heapBytes');
    await pair.connect(idleConnectionCount);
    await untilConnected(pair.server, idleConnectionCount);
    const after = await pair.server.ask('heapBytes');
    return { heap: (after - before) / idleConnectionCount / 1024 };
  },
};
