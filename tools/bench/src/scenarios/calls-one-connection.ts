import { createLoadScenario } from './create-load-scenario.js';

/** What a small call costs when there is always more to do. */
export const callsOneConnection = createLoadScenario({
  name: 'calls-one-connection',
  title: 'Calls, 1 connection × 64 in flight',
  call: 'item',
  connectionCount: 1,
  inFlight: 64,
  compression: false,
  recordsLatencies: false,
  includes: ({ transport }) => transport === 'websocket',
});
