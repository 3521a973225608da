import { createLoadScenario } from './create-load-scenario.js';

/** What a small call costs when little can be put together, because few calls share a connection. */
export const callsManyConnections = createLoadScenario({
  name: 'calls-many-connections',
  title: 'Calls, 200 connections × 4 in flight',
  call: 'item',
  connectionCount: 200,
  inFlight: 4,
  compression: false,
  recordsLatencies: false,
  includes: ({ transport }) => transport === 'websocket',
});
