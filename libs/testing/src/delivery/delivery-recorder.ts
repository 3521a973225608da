import type {
  DeliveryRecord,
  Effect,
  ObservedCall,
  ObservedItem,
  ObservedOutcome,
  StreamObservation,
} from './delivery-record.js';

/** What may be said of an observation beside what it sees; see `StreamObservation`. */
export type ObservationOptions = Pick<StreamObservation, 'startsAt' | 'beginsAnew' | 'mustReachLast' | 'mayFail'>;

/** Writes down a run as it happens, for `checkDelivery`. */
export class DeliveryRecorder {
  readonly #lastNumbers = new Map<string, number>();
  readonly #observations: StreamObservation[] = [];
  readonly #calls: { readonly client: string; readonly key: string; outcome: ObservedOutcome }[] = [];
  readonly #effects: Effect[] = [];

  /** The number of the last event of a stream; 0 before the first. */
  lastOf(stream: string): number {
    return this.#lastNumbers.get(stream) ?? 0;
  }

  /** Names the next event of a stream. @returns its number, from 1, which the event has to carry. */
  publish(stream: string): number {
    const number = this.lastOf(stream) + 1;
    this.#lastNumbers.set(stream, number);
    return number;
  }

  /** Begins an observation. @returns what writes down each thing that the subscription tells. */
  observe(client: string, stream: string, options: ObservationOptions = {}): (item: ObservedItem) => void {
    const items: ObservedItem[] = [];
    if (!this.#lastNumbers.has(stream)) this.#lastNumbers.set(stream, 0);
    this.#observations.push({ client, stream, ...options, items });
    return (item) => void items.push(item);
  }

  /** A mutation had its effect: to be called where the effect is, on the server. */
  effect(key: string, answer?: unknown): void {
    this.#effects.push({ key, answer });
  }

  /**
   * Follows a mutation until its caller knows.
   *
   * @param outcomeOf says what an error tells of the effect.
   */
  async call(
    client: string,
    key: string,
    answer: Promise<unknown>,
    outcomeOf: (thrown: unknown) => ObservedOutcome,
  ): Promise<void> {
    const call: ObservedCall & { outcome: ObservedOutcome } = { client, key, outcome: { type: 'pending' } };
    this.#calls.push(call);
    try {
      call.outcome = { type: 'answered', answer: await answer };
    } catch (thrown) {
      call.outcome = outcomeOf(thrown);
    }
  }

  /** What happened so far. */
  get record(): DeliveryRecord {
    return {
      streams: [...this.#lastNumbers].map(([name, last]) => ({ name, first: 1, last })),
      observations: this.#observations,
      calls: this.#calls,
      effects: this.#effects,
    };
  }
}
