/** How fast events may come. */
export interface Pace {
  /**
   * Events in a second at most, also less than one: what comes faster is merged into the newest, which is no gap. Null or
   * left out for every event. Only a Trunkline server knows it.
   */
  readonly maxRate?: number | null | undefined;
}

/** A subscription whose pace can be changed while it runs. */
export interface Tunable {
  /** Changes the pace from here on. */
  tune(pace: Pace): void;
}

/** What a `for await` reads: also before the loop it can be tuned. */
export interface TunableIterator<TItem> extends AsyncIterableIterator<TItem, undefined>, Tunable {}
