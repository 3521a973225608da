/** How payloads are read and written on one connection. */
export interface PayloadChoice {
  readonly hasSuperjson: boolean;
  /** Whether events carry their position: see `positionedEvent`. */
  readonly hasPositions: boolean;
}
