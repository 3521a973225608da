import { callsInTurn } from './calls-in-turn.js';
import { callsManyConnections } from './calls-many-connections.js';
import { callsOneConnection } from './calls-one-connection.js';
import { deliveryCost } from './delivery-cost.js';
import { drain } from './drain.js';
import { generator } from './generator.js';
import { generatorNeighbour } from './generator-neighbour.js';
import { halfOpen } from './half-open.js';
import { heldConnections } from './held-connections.js';
import { idleConnections } from './idle-connections.js';
import { idleSubscriptions } from './idle-subscriptions.js';
import { listing } from './listing.js';
import { listingCompressed } from './listing-compressed.js';
import { reconnectStorm } from './reconnect-storm.js';
import type { Scenario } from './scenario.js';
import { stalledReader } from './stalled-reader.js';
import { wire } from './wire.js';

/** All scenarios, in the order of the table. */
export const scenarios: readonly Scenario[] = [
  callsOneConnection,
  callsManyConnections,
  callsInTurn,
  generator,
  generatorNeighbour,
  stalledReader,
  deliveryCost,
  reconnectStorm,
  drain,
  halfOpen,
  idleConnections,
  idleSubscriptions,
  heldConnections,
  wire,
  listing,
  listingCompressed,
];
