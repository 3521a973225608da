import { unreachable } from '@trunkline/protocol';

/** What waits in a queue: an event and how many were merged into it, or the place where some were let go. */
export type QueuedItem =
  | { readonly kind: 'event'; readonly event: unknown; readonly conflated: number }
  | { readonly kind: 'lost'; readonly count: number };

/** What a queue does with an event that comes while others wait. */
export type QueueRule =
  /** The newest wait. */
  | { readonly name: 'dropOldest'; readonly capacity: number }
  /** The oldest wait, and once one was let go no other is taken in until they are read. */
  | { readonly name: 'buffer'; readonly capacity: number }
  /** The newest of each key waits, at the place of the first. Where there are too many keys, the oldest is let go. */
  | { readonly name: 'latest'; readonly capacity: number; readonly keyOf: ((event: unknown) => string) | undefined }
  /** An event too many is refused, which ends the subscription. */
  | { readonly name: 'refuse'; readonly capacity: number };

interface WaitingEvent {
  readonly kind: 'event';
  event: unknown;
  conflated: number;
  readonly key: string | undefined;
}

interface Loss {
  readonly kind: 'lost';
  count: number;
}

/**
 * Events that wait to be taken, in order and never more than the rule allows. Each event that was pushed is taken once, or
 * counted once: in the event that it was merged into, or in the loss that stands in its place.
 */
export class EventQueue {
  #rule: QueueRule;
  #items: (WaitingEvent | Loss)[] = [];
  readonly #byKey = new Map<string, WaitingEvent>();
  #eventCount = 0;
  #isOverflowing = false;

  constructor(rule: QueueRule) {
    this.#rule = rule;
  }

  get rule(): QueueRule {
    return this.#rule;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** Whether the next thing to take is a loss. */
  get isHeadLost(): boolean {
    return this.#items[0]?.kind === 'lost';
  }

  /** How many events were merged into the one that was pushed first. */
  get headConflated(): number {
    const [head] = this.#items;
    return head?.kind === 'event' ? head.conflated : 0;
  }

  /** @returns false when the rule refuses the event. Throws what `keyOf` throws. */
  push(event: unknown, conflated = 0): boolean {
    const rule = this.#rule;
    switch (rule.name) {
      case 'dropOldest':
        this.#append(event, conflated, undefined);
        if (this.#eventCount > rule.capacity) this.#loseOldest();
        return true;
      case 'buffer':
        if (this.#isOverflowing || this.#eventCount >= rule.capacity) this.#overflow(1 + conflated);
        else this.#append(event, conflated, undefined);
        return true;
      case 'latest':
        this.#merge(event, conflated, rule.keyOf?.(event) ?? '');
        if (this.#eventCount > rule.capacity) this.#loseOldest();
        return true;
      case 'refuse':
        if (this.#eventCount >= rule.capacity) return false;
        this.#append(event, conflated, undefined);
        return true;
      default:
        return unreachable(rule);
    }
  }

  take(): QueuedItem | undefined {
    const item = this.#items.shift();
    if (item === undefined) return undefined;
    if (item.kind === 'event') this.#forget(item);
    // A loss of the rule `buffer` is the last in the queue, so what waited before it is read.
    else this.#isOverflowing = false;
    return item;
  }

  clear(): void {
    this.#items = [];
    this.#byKey.clear();
    this.#eventCount = 0;
    this.#isOverflowing = false;
  }

  /** Goes on under another rule, with what waits. */
  follow(rule: QueueRule): void {
    const items = this.#items;
    this.clear();
    this.#rule = rule;
    for (const item of items) {
      if (item.kind === 'lost') this.#appendLoss(item.count);
      // What was taken in is not refused afterwards: the one too many that comes next is.
      else if (!this.push(item.event, item.conflated)) this.#append(item.event, item.conflated, undefined);
    }
  }

  #append(event: unknown, conflated: number, key: string | undefined): void {
    const item: WaitingEvent = { kind: 'event', event, conflated, key };
    this.#items.push(item);
    this.#eventCount += 1;
    if (key !== undefined) this.#byKey.set(key, item);
  }

  #merge(event: unknown, conflated: number, key: string): void {
    const waiting = this.#byKey.get(key);
    if (waiting === undefined) return this.#append(event, conflated, key);
    waiting.event = event;
    waiting.conflated += 1 + conflated;
  }

  #overflow(count: number): void {
    this.#isOverflowing = true;
    this.#appendLoss(count);
  }

  #appendLoss(count: number): void {
    const last = this.#items.at(-1);
    if (last?.kind === 'lost') last.count += count;
    else this.#items.push({ kind: 'lost', count });
  }

  #loseOldest(): void {
    const index = this.#items.findIndex(({ kind }) => kind === 'event');
    const oldest = this.#items[index];
    if (oldest?.kind !== 'event') return;
    this.#forget(oldest);
    const loss: Loss = { kind: 'lost', count: 1 + oldest.conflated };
    // Losses never stand side by side: the one before and the one behind become one with it.
    const before = this.#items[index - 1];
    const after = this.#items[index + 1];
    if (before?.kind === 'lost') loss.count += before.count;
    if (after?.kind === 'lost') loss.count += after.count;
    const from = before?.kind === 'lost' ? index - 1 : index;
    const to = after?.kind === 'lost' ? index + 1 : index;
    this.#items.splice(from, to - from + 1, loss);
  }

  #forget(item: WaitingEvent): void {
    this.#eventCount -= 1;
    if (item.key !== undefined) this.#byKey.delete(item.key);
  }
}
