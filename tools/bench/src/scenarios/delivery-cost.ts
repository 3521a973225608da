import { generator } from './generator.js';
import type { Scenario } from './scenario.js';

/** What flow control and kept events cost a stream: the fast generator with them, and for a peer that wants neither. */
export const deliveryCost: Scenario = {
  ...generator,
  name: 'delivery-cost',
  title: 'The fast generator with flow control and kept events, and without',
  includes: ({ name }) => ['trunkline', 'trunkline-bare'].includes(name),
};
