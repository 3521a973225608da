/**
 * The streams of a run: generators that know no positions, kept well and kept hardly at all, one that knows them, an
 * observable that does not wait, and one of which only the newest counts.
 */
export const STREAM_NAMES = ['ticks', 'blips', 'orders', 'bursts', 'levels'] as const;

export type StreamName = (typeof STREAM_NAMES)[number];

/** Where the streams stand, for servers that follow them. */
export class Streams {
  readonly #lastNumbers = new Map<StreamName, number>();
  readonly #listeners = new Set<(stream: StreamName, number: number) => void>();

  /** The number of the last event; 0 before the first. */
  lastOf(stream: StreamName): number {
    return this.#lastNumbers.get(stream) ?? 0;
  }

  /** How many follow the streams now; 0 once every server is gone. */
  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** There is one more event. */
  advance(stream: StreamName, number: number): void {
    this.#lastNumbers.set(stream, number);
    for (const listener of this.#listeners) listener(stream, number);
  }

  /** Calls the listener with each event from now on. */
  listen(listener: (stream: StreamName, number: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
        if (next <= this.lastOf(stream)) {
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
}
