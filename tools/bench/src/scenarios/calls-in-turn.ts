import { createLoadScenario } from './create-load-scenario.js';

/** How long one caller waits who calls again when answered: a round trip with nothing else going on. */
export const callsInTurn = createLoadScenario({
  name: 'calls-in-turn',
  title: 'Sequential calls, latency',
  call: 'item',
  connectionCount: 1,
  inFlight: 1,
  compression: false,
  recordsLatencies: true,
  includes: () => true,
});
