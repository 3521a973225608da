/** Stands in a stream of events for one into which earlier ones were merged. */
export class ConflatedEvent {
  readonly event: unknown;
  /** How many were merged into it, without itself. */
  readonly count: number;

  constructor(event: unknown, count: number) {
    this.event = event;
    this.count = count;
  }
}
