import type { KeepAliveTimes } from '../clients/client-port.js';
import type { DrainTimes } from '../servers/server-port.js';

/** How much of everything. */
export interface Scale {
  /** Runs before measuring. Below a second, compilation is what is measured. */
  readonly warmUpMs: number;
  readonly roundMs: number;
  /** Events of the fast generator. */
  readonly eventCount: number;
  readonly callCount: number;
  readonly idleConnectionCount: number;
  readonly idleStreamsPerConnection: number;
  readonly heldConnectionCount: number;
  readonly holdMs: number;
  readonly bulkChunkCount: number;
  readonly stallMs: number;
  /** Clients that are dropped at once, or sent elsewhere. */
  readonly crowdCount: number;
  /** How long they are left in peace before and after. */
  readonly calmMs: number;
  readonly drainTimes: DrainTimes;
  /** Times for noticing a silent server; undefined for the defaults, which are what is asked. */
  readonly keepAlive: KeepAliveTimes | undefined;
  /** How long a client is waited for that does not notice. */
  readonly patienceMs: number;
}

export const fullScale: Scale = {
  warmUpMs: 1200,
  roundMs: 1000,
  eventCount: 200_000,
  callCount: 1000,
  idleConnectionCount: 1000,
  idleStreamsPerConnection: 100,
  heldConnectionCount: 10_000,
  holdMs: 10_000,
  // 50 MB in chunks of 64 KiB.
  bulkChunkCount: 763,
  stallMs: 3000,
  crowdCount: 1000,
  calmMs: 1000,
  drainTimes: { deadlineMs: 9000, spreadMs: 3000 },
  keepAlive: undefined,
  patienceMs: 15_000,
};

/** Shows that everything runs. Its numbers mean nothing. */
export const quickScale: Scale = {
  warmUpMs: 20,
  roundMs: 30,
  eventCount: 300,
  callCount: 20,
  idleConnectionCount: 20,
  idleStreamsPerConnection: 5,
  heldConnectionCount: 50,
  holdMs: 20,
  bulkChunkCount: 32,
  stallMs: 50,
  crowdCount: 20,
  calmMs: 100,
  drainTimes: { deadlineMs: 2000, spreadMs: 50 },
  keepAlive: { silenceMs: 150, answerMs: 150 },
  patienceMs: 3000,
};
