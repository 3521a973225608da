/** Stands in a stream of events at the place where some were let go, and says how many. */
export class LostEvents {
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }
}
