import type { ServerClock } from '../clock.js';
import type { EventStream } from './event-stream.js';

/** What a pump feeds. */
export interface PumpTarget {
  /** Whether one more event may be taken from the source. */
  readonly mayPull: boolean;
  /** Whether what needs no credit may be taken: a loss, or the end. */
  readonly mayTell: boolean;
  /** The pump waits to be woken once something may be taken again. */
  waits(): void;
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
  #source: EventStream;
  readonly #clock: ServerClock;
  readonly #target: PumpTarget;
  #resume: (() => void) | undefined;
  #isStopped = false;

  constructor(source: EventStream, clock: ServerClock, target: PumpTarget) {
    this.#source = source;
    this.#clock = clock;
    this.#target = target;
    this.#listen();
  }

  get source(): EventStream {
    return this.#source;
  }

  /** Reads on from another source, after what the present one was asked for. */
  changeSource(source: EventStream): void {
    this.#source = source;
    this.#listen();
    this.wake();
  }

  /** Runs until the source is done or the pump is stopped. Never rejects. */
  async run(): Promise<void> {
    let takenThisTurn = 0;
    try {
      while (!this.#isStopped) {
        if (!this.#target.mayPull && !(this.#source.isFree === true && this.#target.mayTell)) {
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
    this.#target.waits();
    return new Promise((resolve) => {
      this.#resume = resolve;
    });
  }

  #listen(): void {
    if (this.#source.isFree !== undefined) this.#source.onFree = () => this.wake();
  }
}
