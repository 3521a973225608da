import { FakeClock } from '@trunkline/testing';
import type { ServerClock } from '../clock.js';

/** A clock whose turns end when a spec says so. */
export class FakeServerClock extends FakeClock implements ServerClock {
  readonly #afterTurn: (() => void)[] = [];
  readonly #givenWay: (() => void)[] = [];

  /** How many have given way and not gone on. */
  get givenWayCount(): number {
    return this.#givenWay.length;
  }

  afterTurn(action: () => void): void {
    this.#afterTurn.push(action);
  }

  giveWay(action: () => void): void {
    this.#givenWay.push(action);
  }

  /** Ends the turn: runs what waits for that, also what joins it meanwhile. */
  endTurn(): void {
    for (let action = this.#afterTurn.shift(); action; action = this.#afterTurn.shift()) action();
  }

  /** Lets those go on who gave way until now. */
  goOn(): void {
    for (const action of this.#givenWay.splice(0)) action();
  }

  /** Ends turn after turn, promises included, until nothing moves any more. */
  async settle(): Promise<void> {
    do {
      await promisesRun();
      this.endTurn();
      this.goOn();
      await promisesRun();
    } while (this.#afterTurn.length > 0 || this.#givenWay.length > 0);
  }
}

/** Waits until every promise that can settle has, without a step of time. */
export async function promisesRun(): Promise<void> {
  await Promise.resolve();
  // Asked for by a promise job, Node runs this when no promise job is left.
  await new Promise<void>((resolve) => process.nextTick(resolve));
}
