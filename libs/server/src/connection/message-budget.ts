import type { Limits } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';

/** What becomes of one more message: it is taken, it is over the limit, or it is so far over that the peer must go. */
export type BudgetDecision = 'taken' | 'over' | 'far-over';

/** The pace at which tokens come, and how many are kept. */
export type MessagePace = Pick<Limits, 'maxMessagesPerSecond' | 'maxMessageBurst'>;

/** The tokens that are there after some time. A clock that was set back takes none away. */
export function refillTokens(tokenCount: number, elapsedMs: number, pace: MessagePace): number {
  return Math.min(pace.maxMessageBurst, tokenCount + (Math.max(0, elapsedMs) * pace.maxMessagesPerSecond) / 1000);
}

/**
 * The messages that one connection may send. What is over the limit is counted in a second bucket of the same size, so a
 * peer that is a little too fast is refused what is too much, for ever, and only one that sends twice as much has to go.
 */
export class MessageBudget {
  readonly #clock: ServerClock;
  readonly #pace: MessagePace;
  #messageTokens: number;
  #refusalTokens: number;
  #countedAt: number;

  /** A pace of 0 means no limit. */
  constructor(clock: ServerClock, pace: MessagePace) {
    this.#clock = clock;
    this.#pace = pace;
    this.#messageTokens = pace.maxMessageBurst;
    this.#refusalTokens = pace.maxMessageBurst;
    this.#countedAt = clock.now();
  }

  /** Counts one message. */
  count(): BudgetDecision {
    if (this.#pace.maxMessagesPerSecond === 0) return 'taken';
    const now = this.#clock.now();
    const elapsedMs = now - this.#countedAt;
    this.#countedAt = now;
    this.#messageTokens = refillTokens(this.#messageTokens, elapsedMs, this.#pace);
    this.#refusalTokens = refillTokens(this.#refusalTokens, elapsedMs, this.#pace);
    if (this.#messageTokens >= 1) {
      this.#messageTokens -= 1;
      return 'taken';
    }
    if (this.#refusalTokens < 1) return 'far-over';
    this.#refusalTokens -= 1;
    return 'over';
  }
}
