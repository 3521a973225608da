import type { ServerClock } from '../clock.js';
import type { Outbox } from '../connection/outbox.js';
import type { EventStream } from './event-stream.js';

/** What a pump feeds. */
export interface PumpTarget {
  /** Whether one more event may be taken from the source. */
  readonly mayPull: boolean;
  take(event: unknown): void;
  complete(): void;
  fail(thrown: unknown): void;
}

/** Events taken in a row before everything else has a turn. */
const EVENTS_PER_TURN = 256;

/**
 * Moves events from their source to a subscription, one at a time and only while they may be taken: a source that is
 * not asked does not run. A source that always has another event gives way every now and then, because one that never
 * waits would hold the event loop to its end.
 */
export class Pump {
  readonly #source: EventStream;
  readonly #clock: ServerClock;
  readonly #outbox: Outbox;
  readonly #target: PumpTarget;
  #resume: (() => void) | undefined;
  #isStopped = false;

  constructor(source: EventStream, host: { clock: ServerClock; outbox: Outbox }, target: PumpTarget) {
    this.#source = source;
    this.#clock = host.clock;
    this.#outbox = host.outbox;
    this.#target = target;
    if (source.isSpent !== undefined) source.onSpent = () => this.wake();
  }

  /** Runs until the source is done or the pump is stopped. Never rejects. */
  async run(): Promise<void> {
    let takenThisTurn = 0;
    try {
      while (!this.#isStopped) {
        if (!this.#target.mayPull && this.#source.isSpent !== true) {
          await this.#untilWoken();
          continue;
        }
        const result = await this.#source.next();
        if (this.#isStopped) return;
        if (result.done === true) return this.#target.complete();
        this.#target.take(result.value);
        takenThisTurn += 1;
        if (takenThisTurn < EVENTS_PER_TURN) continue;
        takenThisTurn = 0;
        await new Promise<void>((resolve) => {
          this.#clock.giveWay(resolve);
        });
      }
    } catch (thrown) {
      this.#target.fail(thrown);
    }
  }

  /** Something changed: credit came, or the peer has read. */
  wake(): void {
    const resume = this.#resume;
    if (resume === undefined) return;
    this.#resume = undefined;
    this.#outbox.forget(this.#onRelief);
    resume();
  }

  /** Takes nothing more and lets the source clean up, without waiting for it. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.wake();
    this.#closeSource().catch((thrown: unknown) => this.#target.fail(thrown));
  }

  async #closeSource(): Promise<void> {
    await this.#source.return?.();
  }

  #untilWoken(): Promise<void> {
    this.#outbox.whenRelieved(this.#onRelief);
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  readonly #onRelief = (): void => this.wake();
}
