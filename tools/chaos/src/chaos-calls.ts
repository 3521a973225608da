import type { DeliveryRecorder } from '@trunkline/testing';
import type { Addition } from './chaos-client.js';
import { outcomeOf } from './outcome-of.js';
import { readReceipt, textOf } from './receipt.js';

/** The calls of one client, written down until their callers know. */
export class ChaosCalls {
  readonly #name: string;
  readonly #recorder: DeliveryRecorder;
  #pendingCount = 0;
  #textCount = 0;

  constructor(name: string, recorder: DeliveryRecorder) {
    this.#name = name;
    this.#recorder = recorder;
  }

  /** How many have no outcome yet. */
  get pendingCount(): number {
    return this.#pendingCount;
  }

  added({ key, size }: Addition, answer: Promise<unknown>): void {
    const receipt = answer.then((whole) => readReceipt(whole, size));
    this.#follow(this.#recorder.call(this.#name, key, receipt, outcomeOf));
  }

  asked(size: number, answer: Promise<unknown>): void {
    this.#textCount += 1;
    const name = `text-${this.#textCount}`;
    const right = `a text of ${size}`;
    const told = answer.then((text) => (text === textOf(0, size) ? right : 'something else'));
    this.#follow(this.#recorder.query({ client: this.#name, name, expected: right }, told, outcomeOf));
  }

  #follow(known: Promise<void>): void {
    this.#pendingCount += 1;
    void known.then(() => {
      this.#pendingCount -= 1;
    });
  }
}
