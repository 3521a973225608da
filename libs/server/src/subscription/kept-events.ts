import type { RunItem } from './run-item.js';

/** What is kept of one run. */
export interface KeepLimits {
  readonly events: number;
  readonly bytes: number;
  readonly ms: number;
}

/** Who counts what all runs keep together. */
export interface KeptLedger {
  /** So many bytes more are kept, or fewer. */
  change(bytes: number): void;
}

/** What an item takes besides its text, in bytes: its objects and its cursor. */
export const ITEM_OVERHEAD_BYTES = 128;

/** Items let go before the rest moves to the front of its array. */
const COMPACT_AFTER = 256;

/**
 * What a run has told and its client has not acknowledged, oldest first and within bounds. The text of an event is kept
 * as it was encoded; a character counts as a byte.
 */
export class KeptEvents {
  readonly limits: KeepLimits;
  readonly #ledger: KeptLedger;
  #items: (RunItem | undefined)[] = [];
  #head = 0;
  #bytes = 0;
  #firstGap = 0;
  #releasedNumber = 0;
  #releasedCursor = '';

  constructor(limits: KeepLimits, ledger: KeptLedger) {
    this.limits = limits;
    this.#ledger = ledger;
  }

  get count(): number {
    return this.#items.length - this.#head;
  }

  /** The number of the last item that is no longer here: who stands before it has missed something. */
  get releasedNumber(): number {
    return this.#releasedNumber;
  }

  /** How many of the items behind a position that are no longer here were gaps that count nothing. */
  countUncounted(position: number): number {
    return this.#firstGap > position && this.#firstGap <= this.#releasedNumber ? 1 : 0;
  }

  /** Where the last item that is no longer here stood. */
  get releasedTo(): { readonly number: number; readonly cursor: string } {
    return { number: this.#releasedNumber, cursor: this.#releasedCursor };
  }

  add(item: RunItem): void {
    this.#items.push(item);
    if (item.kind === 'gap' && item.dropped === undefined) this.#firstGap = item.number;
    this.#count(sizeOf(item));
    const { events, bytes } = this.limits;
    while (this.count > events || this.#bytes > bytes) if (!this.trim()) return;
  }

  /** Lets the oldest go, to keep within bounds. @returns false where nothing is left that may go: an end is kept. */
  trim(): boolean {
    const oldest = this.#items[this.#head];
    if (oldest === undefined || oldest.kind === 'end') return false;
    this.#shift();
    return true;
  }

  /** The client has everything up to this number. */
  release(number: number): void {
    for (let item = this.#items[this.#head]; item && item.number <= number; item = this.#items[this.#head])
      this.#shift();
  }

  /** The first item behind a position; undefined when there is none yet. */
  after(number: number): RunItem | undefined {
    let [low, high] = [this.#head, this.#items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item === undefined || item.number <= number) low = middle + 1;
      else high = middle;
    }
    return this.#items[low];
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
    this.#count(-this.#bytes);
  }

  #shift(): void {
    const item = this.#items[this.#head];
    if (item === undefined) return;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    this.#releasedNumber = item.number;
    this.#releasedCursor = item.cursor;
    this.#count(-sizeOf(item));
    if (this.#head < COMPACT_AFTER || this.#head * 2 < this.#items.length) return;
    this.#items.splice(0, this.#head);
    this.#head = 0;
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#ledger.change(bytes);
  }
}

function sizeOf(item: RunItem): number {
  return ITEM_OVERHEAD_BYTES + (item.kind === 'event' && item.data !== undefined ? item.data.length : 0);
}
