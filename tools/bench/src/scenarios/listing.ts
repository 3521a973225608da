import { createLoadScenario } from './create-load-scenario.js';

/** What an answer of 5 KB costs: the row beside which `listing-compressed` is read. */
export const listing = createLoadScenario({
  name: 'listing',
  title: 'Answers of 5 KB, 1 connection × 16, compression off',
  call: 'listing',
  connectionCount: 1,
  inFlight: 16,
  compression: false,
  recordsLatencies: false,
  includes: ({ transport, isCompetitor }) => transport === 'websocket' && !isCompetitor,
});
