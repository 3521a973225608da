/** Where a subscription's events come from, asked one at a time. */
export interface EventStream extends AsyncIterator<unknown> {
  /**
   * Whether what comes next needs no credit, where the source knows before it is asked: a loss, or the end. A generator
   * finds out only by running on, which it may not without credit.
   */
  readonly isFree?: boolean;
  /** Is called when `isFree` has become true. */
  onFree?: (() => void) | undefined;
}
