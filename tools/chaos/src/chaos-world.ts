import { DeliveryRecorder } from '@trunkline/testing';

/**
 * The streams of a run: generators that know no positions, kept well and kept hardly at all, one that knows them, and an
 * observable that does not wait.
 */
export type StreamName = 'ticks' | 'blips' | 'orders' | 'bursts';

export const STREAM_NAMES: readonly StreamName[] = ['ticks', 'blips', 'orders', 'bursts'];

/** What is true in a run, whatever servers come and go: the logs of events, and what mutations did. */
export class ChaosWorld {
  readonly recorder = new DeliveryRecorder();
  readonly #listeners = new Set<(stream: StreamName, number: number) => void>();
  #effectCount = 0;

  /** Publishes the next event of a stream. */
  publish(stream: StreamName): void {
    const number = this.recorder.publish(stream);
    for (const listener of this.#listeners) listener(stream, number);
  }

  /** Calls the listener with each event from now on. */
  listen(listener: (stream: StreamName, number: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many follow the streams now; 0 once every server is gone. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** The numbers of a stream behind this one, as they come, until the signal aborts. */
  async *follow(stream: StreamName, after: number, signal: AbortSignal | undefined): AsyncGenerator<number, void> {
    let wake = (): void => undefined;
    const stop = this.listen((name) => name === stream && wake());
    const onAbort = (): void => wake();
    signal?.addEventListener('abort', onAbort);
    try {
      for (let next = after + 1; ; ) {
        if (signal?.aborted === true) return;
        if (next <= this.recorder.lastOf(stream)) {
          yield next;
          next += 1;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** The effect of a mutation. @returns its answer, which is another one each time. */
  bringAbout(key: string): number {
    this.#effectCount += 1;
    this.recorder.effect(key, this.#effectCount);
    return this.#effectCount;
  }
}
