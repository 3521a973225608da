import type { Cancel, Clock } from '@trunkline/protocol';

/** How silence is judged. */
export interface KeepAlive {
  /**
   * Silence, in milliseconds, after which the server is asked for a sign of life, as long as a call or a subscription is
   * under way. So this is the longest pause on the wire then, and what a proxy's idle time-out must exceed. @default 2500
   */
  readonly silenceMs: number;
  /** Time for any sign of life after that, in milliseconds; then the connection is given up. @default 2400, so that both together are within five seconds */
  readonly answerMs: number;
}

export const DEFAULT_KEEP_ALIVE: KeepAlive = { silenceMs: 2500, answerMs: 2400 };

/** What liveness does to the connection that it watches. */
export interface LivenessActions {
  /** Whether an answer or an event may be due, so that silence means something. */
  isBusy(): boolean;
  ping(): void;
  /** Nothing came for `silentMs`. */
  gaveUp(silentMs: number): void;
}

/** A timer this late was held up by a busy or sleeping process, which has not yet read what arrived meanwhile. */
const LATE_MS = 1000;

/**
 * Notices a peer that is gone without a word. One timer looks back at the last sign of life; nothing is rescheduled
 * when a message comes.
 */
export class Liveness {
  readonly #clock: Clock;
  readonly #keepAlive: KeepAlive;
  readonly #actions: LivenessActions;
  #heardAt: number;
  #askedAt = 0;
  /** Pings that went out since anything came. */
  #unansweredCount = 0;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, keepAlive: KeepAlive, actions: LivenessActions) {
    this.#clock = clock;
    this.#keepAlive = keepAlive;
    this.#actions = actions;
    this.#heardAt = clock.now();
  }

  /** Watches from now on, if nothing is watched yet. Called whenever something became due. */
  watch(): void {
    if (this.#cancel !== undefined) return;
    this.#heardAt = this.#clock.now();
    this.#schedule(this.#keepAlive.silenceMs);
  }

  heard(): void {
    this.#heardAt = this.#clock.now();
    this.#unansweredCount = 0;
  }

  /** Asks for a sign of life at once, whether or not anything is due. */
  check(): void {
    this.stop();
    this.#ping();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#unansweredCount = 0;
  }

  #schedule(delayMs: number): void {
    const dueAt = this.#clock.now() + delayMs;
    this.#cancel = this.#clock.schedule(delayMs, () => {
      this.#cancel = undefined;
      this.#look(this.#clock.now() - dueAt > LATE_MS);
    });
  }

  #look(isLate: boolean): void {
    const { silenceMs, answerMs } = this.#keepAlive;
    const silentMs = this.#clock.now() - this.#heardAt;
    if (this.#unansweredCount > 0) {
      // Once: in a page that is hidden every timer is late.
      if (isLate && this.#unansweredCount === 1) return this.#ping();
      const leftMs = this.#askedAt + answerMs - this.#clock.now();
      if (leftMs > 0) return this.#schedule(leftMs);
      this.#unansweredCount = 0;
      return this.#actions.gaveUp(silentMs);
    }
    if (!this.#actions.isBusy()) return;
    if (silentMs < silenceMs) return this.#schedule(silenceMs - silentMs);
    this.#ping();
  }

  #ping(): void {
    const { silenceMs, answerMs } = this.#keepAlive;
    this.#unansweredCount += 1;
    this.#askedAt = this.#clock.now();
    this.#actions.ping();
    // Where there is much time for an answer, the silence behind a quick one may be over before.
    this.#schedule(Math.min(silenceMs, answerMs));
  }
}
