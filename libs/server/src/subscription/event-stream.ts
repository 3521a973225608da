/** Where a subscription's events come from, asked one at a time. */
export interface EventStream extends AsyncIterator<unknown> {
  /**
   * Whether nothing but the end is left, where the source knows before it is asked: an end needs no credit. A generator
   * finds out only by running on, which it may not without credit.
   */
  readonly isSpent?: boolean;
  /** Is called once `isSpent` has become true. */
  onSpent?: (() => void) | undefined;
}
