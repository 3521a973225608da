import type { ServerClock } from '../clock.js';
import type { EventFeed, QueuedSource } from './queued-source.js';

/** Events taken in a row before everything else has a turn. */
const EVENTS_PER_TURN = 256;

/** Feeds a queue from a source that can wait, such as a generator: one event at a time, while more are wanted. */
export class IteratorFeed implements EventFeed {
  readonly #iterator: AsyncIterator<unknown>;
  readonly #clock: ServerClock;
  #wake: (() => void) | undefined;
  #isStopped = false;

  constructor(iterator: AsyncIterator<unknown>, clock: ServerClock) {
    this.#iterator = iterator;
    this.#clock = clock;
  }

  start(source: QueuedSource): void {
    void this.#run(source);
  }

  resume(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.resume();
    await this.#iterator.return?.();
  }

  async #run(source: QueuedSource): Promise<void> {
    let takenThisTurn = 0;
    try {
      while (!this.#isStopped) {
        if (!source.wantsMore) {
          await this.#untilResumed();
          continue;
        }
        const result = await this.#iterator.next();
        if (this.#isStopped) return;
        if (result.done === true) return source.end({ kind: 'completed' });
        source.push(result.value);
        takenThisTurn += 1;
        if (takenThisTurn < EVENTS_PER_TURN) continue;
        takenThisTurn = 0;
        await new Promise<void>((resolve) => {
          this.#clock.giveWay(resolve);
        });
      }
    } catch (thrown) {
      source.end({ kind: 'failed', thrown });
    }
  }

  #untilResumed(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
