import type {
  DeliveryRecord,
  Effect,
  ObservedCall,
  ObservedItem,
  ObservedOutcome,
  ObservedQuery,
  StreamObservation,
} from './delivery-record.js';

/** What may be said of an observation beside what it sees; see `StreamObservation`. */
export type ObservationOptions = Pick<
  StreamObservation,
  'startsAt' | 'beginsAnew' | 'mustReachLast' | 'mayFail' | 'mayConflate'
>;

/** Writes down a run as it happens, for `checkDelivery`. */
export class DeliveryRecorder {
  readonly #lastNumbers = new Map<string, number>();
  readonly #observations: StreamObservation[] = [];
  readonly #calls: { readonly client: string; readonly key: string; outcome: ObservedOutcome }[] = [];
  readonly #effects: Effect[] = [];
  readonly #queries: ObservedQuery[] = [];

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
    call.outcome = await settled(answer, outcomeOf);
  }

  /**
   * Follows a query until its caller knows.
   *
   * @param asked with the only right answer as `expected`.
   * @param outcomeOf says what an error tells; any error is accepted.
   */
  async query(
    asked: Omit<ObservedQuery, 'outcome'>,
    answer: Promise<unknown>,
    outcomeOf: (thrown: unknown) => ObservedOutcome,
  ): Promise<void> {
    const query: ObservedQuery & { outcome: ObservedOutcome } = { ...asked, outcome: { type: 'pending' } };
    this.#queries.push(query);
    query.outcome = await settled(answer, outcomeOf);
  }

  /** What happened so far. */
  get record(): DeliveryRecord {
    return {
      streams: [...this.#lastNumbers].map(([name, last]) => ({ name, first: 1, last })),
      observations: this.#observations,
      calls: this.#calls,
      effects: this.#effects,
      queries: this.#queries,
    };
  }
}

async function settled(
  answer: Promise<unknown>,
  outcomeOf: (thrown: unknown) => ObservedOutcome,
): Promise<ObservedOutcome> {
  try {
    return { type: 'answered', answer: await answer };
  } catch (thrown) {
    return outcomeOf(thrown);
  }
}
