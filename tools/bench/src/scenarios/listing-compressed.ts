import { createLoadScenario } from './create-load-scenario.js';

/** What compression costs and saves. Trunkline's own client does not offer it in Node, so the stock client stands for it. */
export const listingCompressed = createLoadScenario({
  name: 'listing-compressed',
  title: 'Answers of 5 KB, 1 connection × 16, compression on',
  call: 'listing',
  connectionCount: 1,
  inFlight: 16,
  compression: true,
  recordsLatencies: false,
  includes: ({ name }) => ['ws', 'trunkline-stock', 'trpc'].includes(name),
});
