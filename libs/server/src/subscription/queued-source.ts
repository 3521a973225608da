import type { Cancel } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import { ConflatedEvent } from './conflated-event.js';
import { ConsumerTooSlow } from './consumer-too-slow.js';
import { EventQueue } from './event-queue.js';
import type { EventStream } from './event-stream.js';
import { decideQueueRule, type FlowRule } from './flow-rule.js';
import { LostEvents } from './lost-events.js';
import { Pace } from './pace.js';

/** What fills a queued source. */
export interface EventFeed {
  /** Begins to feed; what it throws is the subscriber's. */
  start(source: QueuedSource): void;
  /** More may be fed: something was taken, or somebody waits for it. */
  resume(): void;
  stop(): Promise<void>;
}

/** A loss is told at once, but while they go on only so often: the count of the last one is whole. */
export const LOSS_INTERVAL_MS = 1000;

type Ending = { readonly kind: 'completed' } | { readonly kind: 'failed'; readonly thrown: unknown };

/** Events that wait between a source and its client, under the policy of the subscription and at its pace. */
export class QueuedSource implements EventStream {
  onFree: (() => void) | undefined;
  readonly #clock: ServerClock;
  readonly #feed: EventFeed;
  readonly #queue: EventQueue;
  readonly #pace: Pace;
  #flow: FlowRule;
  #ending: Ending | undefined;
  #isAwaited = false;
  #wake: (() => void) | undefined;
  #lossToldAt = Number.NEGATIVE_INFINITY;
  #cancelTimer: Cancel | undefined;

  constructor(feed: EventFeed, flow: FlowRule, clock: ServerClock) {
    this.#feed = feed;
    this.#flow = flow;
    this.#clock = clock;
    this.#queue = new EventQueue(decideQueueRule(flow));
    this.#pace = new Pace(flow.maxRate);
    feed.start(this);
  }

  /** Whether a source that can wait should be asked for one more event. */
  get wantsMore(): boolean {
    if (this.#ending !== undefined) return false;
    if (this.#flow.overflow !== 'pause') return true;
    if (!this.#isAwaited) return false;
    // At a pace the events in between are merged, but one that is never short of them is not read without end.
    return this.#pace.isLimited ? this.#queue.headConflated < this.#flow.maxQueuedEvents : this.#queue.isEmpty;
  }

  get isFree(): boolean {
    if (this.#queue.isHeadLost) return this.#lossDelayMs === 0;
    return this.#ending !== undefined && this.#queue.isEmpty;
  }

  async next(): Promise<IteratorResult<unknown>> {
    this.#isAwaited = true;
    try {
      for (;;) {
        const value = this.#takeDue();
        if (value !== undefined) return { done: false, value: value.event };
        if (this.#ending !== undefined && this.#queue.isEmpty) return this.#finish(this.#ending);
        this.#feed.resume();
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      this.#isAwaited = false;
    }
  }

  async return(): Promise<IteratorResult<unknown>> {
    this.#queue.clear();
    this.#cancelTimer?.();
    this.end({ kind: 'completed' });
    await this.#feed.stop();
    return { done: true, value: undefined };
  }

  /** One more event from the feed. */
  push(event: unknown): void {
    if (this.#ending !== undefined) return;
    try {
      if (!this.#queue.push(event)) return this.#refuse();
    } catch (thrown) {
      return this.#breakOff(thrown);
    }
    this.#notify();
    if (this.#queue.isHeadLost) this.#announceLoss();
  }

  /** The feed is done. */
  end(ending: Ending): void {
    this.#ending ??= ending;
    this.#notify();
    if (this.isFree) this.onFree?.();
  }

  /** Goes on at another pace. */
  tune(maxRate: number | undefined): void {
    this.#flow = { ...this.#flow, maxRate };
    this.#pace.tune(maxRate);
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    try {
      this.#queue.follow(decideQueueRule(this.#flow));
    } catch (thrown) {
      return this.#breakOff(thrown);
    }
    this.#notify();
  }

  #takeDue(): { readonly event: unknown } | undefined {
    if (this.#queue.isEmpty) return undefined;
    const now = this.#clock.now();
    if (!this.#queue.isHeadLost) {
      const delayMs = this.#pace.delayMs(now);
      if (delayMs > 0) {
        this.#wait(delayMs);
        return undefined;
      }
      this.#pace.took(now);
    } else this.#lossToldAt = now;
    const item = this.#queue.take();
    if (item === undefined) return undefined;
    if (item.kind === 'lost') return { event: new LostEvents(item.count) };
    return { event: item.conflated === 0 ? item.event : new ConflatedEvent(item.event, item.conflated) };
  }

  #finish(ending: Ending): IteratorResult<unknown> {
    if (ending.kind === 'failed') throw ending.thrown;
    return { done: true, value: undefined };
  }

  #refuse(): void {
    const { overflow, maxQueuedEvents } = this.#flow;
    const message = `More than ${maxQueuedEvents} events (option maxQueuedEvents) waited to be read`;
    this.#breakOff(new ConsumerTooSlow(message, overflow === 'disconnect'));
  }

  // What waits is of no use any more. Whoever reads of it lets the source go.
  #breakOff(thrown: unknown): void {
    this.#queue.clear();
    this.end({ kind: 'failed', thrown });
  }

  get #lossDelayMs(): number {
    return Math.max(0, this.#lossToldAt + LOSS_INTERVAL_MS - this.#clock.now());
  }

  #announceLoss(): void {
    const delayMs = this.#lossDelayMs;
    if (delayMs === 0) this.onFree?.();
    else this.#wait(delayMs);
  }

  // One timer is enough: whoever is woken looks at everything, and asks again for what is not due.
  #wait(delayMs: number): void {
    this.#cancelTimer ??= this.#clock.schedule(delayMs, () => {
      this.#cancelTimer = undefined;
      this.#notify();
      if (this.isFree) this.onFree?.();
    });
  }

  #notify(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}
