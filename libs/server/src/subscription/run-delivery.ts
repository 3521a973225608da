import type { KeptEvents } from './kept-events.js';
import type { GapItem, RunItem } from './run-item.js';

/** Who reads a run: one subscription, on one connection. */
export interface RunReader {
  /** Whether one more event was granted. */
  readonly hasCredit: boolean;
  /** Whether the peer reads what it was sent. */
  readonly isReading: boolean;
  deliver(item: RunItem): void;
  /** Wakes the run when the peer reads again; credit wakes it anyway. */
  waitForRelief(): void;
  /** The run is over because its events were not taken in time, and its policy closes the connection over it. */
  tooSlow(reason: string): void;
  /** Another subscription of the same client has taken the run over. */
  displaced(): void;
}

/**
 * Hands what a run tells to the one who reads it: at once, or from what is kept, behind the position of a reader that
 * came back. Every item goes to a reader once and in order, or a gap says that it is no longer there.
 */
export class RunDelivery {
  readonly #kept: KeptEvents | undefined;
  #owner: RunReader | undefined;
  #reader: RunReader | undefined;
  #position = 0;
  /** Whether something is kept that the reader has not got. */
  #isBehind = false;

  /** @param kept undefined when nothing is kept: then one reader reads from the beginning until it leaves. */
  constructor(kept: KeptEvents | undefined) {
    this.#kept = kept;
  }

  get reader(): RunReader | undefined {
    return this.#reader;
  }

  /** Whether the next event may be asked for. */
  get mayPull(): boolean {
    return this.mayTell && this.#reader?.hasCredit === true;
  }

  /** Whether what needs no credit may be told. */
  get mayTell(): boolean {
    return !this.#isBehind && this.#reader?.isReading === true;
  }

  /** Takes the run for somebody who is not ready to read it yet. Who had it before loses it. */
  claim(owner: RunReader): void {
    const before = this.#owner;
    this.#owner = owner;
    this.#reader = undefined;
    if (before !== owner) before?.displaced();
  }

  /** The owner reads from now on, behind the item with this number. */
  attach(owner: RunReader, position: number): void {
    if (this.#owner !== owner) return;
    this.#reader = owner;
    this.#position = position;
    this.#isBehind = true;
    this.advance();
  }

  /** Forgets a reader. @returns false when the run is no longer its own. */
  detach(reader: RunReader): boolean {
    if (this.#owner !== reader) return false;
    this.#owner = undefined;
    this.#reader = undefined;
    return true;
  }

  tell(item: RunItem): void {
    this.#kept?.add(item);
    const reader = this.#reader;
    if (reader === undefined || this.#isBehind || (item.kind === 'event' && !reader.hasCredit)) {
      // An event may come without credit where it was asked for when an earlier reader had some.
      this.#isBehind = true;
      return;
    }
    this.#position = item.number;
    reader.deliver(item);
  }

  /** Tells what is kept behind the position, as far as the reader takes it. */
  advance(): void {
    for (let reader = this.#reader; reader !== undefined && this.#isBehind; reader = this.#reader) {
      const item = this.#next();
      if (item === undefined) {
        this.#isBehind = false;
        return;
      }
      if (!reader.isReading || (item.kind === 'event' && !reader.hasCredit)) return reader.waitForRelief();
      this.#position = item.number;
      reader.deliver(item);
    }
  }

  waitForRelief(): void {
    this.#reader?.waitForRelief();
  }

  #next(): RunItem | undefined {
    const kept = this.#kept;
    if (kept === undefined) return undefined;
    return this.#position < kept.releasedNumber ? this.#trimmed(kept) : kept.after(this.#position);
  }

  #trimmed(kept: KeptEvents): GapItem {
    const { number, cursor } = kept.releasedTo;
    const dropped = number - this.#position - kept.countUncounted(this.#position);
    return { kind: 'gap', number, cursor, reason: 'trimmed', dropped };
  }
}
