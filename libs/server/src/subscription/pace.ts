/** How often events may leave: the pace that the client asked for, or that the procedure allows. */
export class Pace {
  #intervalMs = 0;
  #takenAt = Number.NEGATIVE_INFINITY;

  /** @param maxRate events in a second; undefined for no limit. */
  constructor(maxRate: number | undefined) {
    this.tune(maxRate);
  }

  get isLimited(): boolean {
    return this.#intervalMs > 0;
  }

  tune(maxRate: number | undefined): void {
    this.#intervalMs = maxRate === undefined ? 0 : 1000 / maxRate;
  }

  /** How long the next event has to wait; 0 when it may leave now. */
  delayMs(now: number): number {
    return this.isLimited ? Math.max(0, this.#takenAt + this.#intervalMs - now) : 0;
  }

  took(now: number): void {
    this.#takenAt = now;
  }
}

/** The slower of two rates; undefined where neither limits. */
export function slowerRate(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
