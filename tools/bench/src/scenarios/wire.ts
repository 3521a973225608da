import type { Pair } from '../processes/pair.js';
import type { Sample, Scenario } from './scenario.js';

/** Bytes of a small call and a small event on the stream: frames or HTTP headers and all, without TCP and IP. */
export const wire: Scenario = {
  name: 'wire',
  title: 'On the wire, without TCP and IP',
  metrics: [
    { name: 'call', title: 'bytes per call', unit: 'B' },
    { name: 'event', title: 'bytes per event', unit: 'B' },
  ],
  processes: 'fresh',
  compression: false,
  maxRounds: 1,
  includes: () => true,
  async warmUp(pair) {
    await pair.connect(1);
    await pair.client().ask('callInTurn', { name: 'item', count: 10 });
    await pair.client().ask('readStream', { name: 'burst', count: 10 });
  },
  async measure(pair, { callCount }): Promise<Sample> {
    const start = await countBytes(pair);
    await pair.client().ask('callInTurn', { name: 'item', count: callCount });
    const afterCalls = await countBytes(pair);
    await pair.client().ask('readStream', { name: 'burst', count: callCount });
    const afterEvents = await countBytes(pair);
    return { call: (afterCalls - start) / callCount, event: (afterEvents - afterCalls) / callCount };
  },
};

async function countBytes(pair: Pair): Promise<number> {
  const { received, sent } = await pair.server.ask('wireBytes');
  return received + sent;
}
