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
};
