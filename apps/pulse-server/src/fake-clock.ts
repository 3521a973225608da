import type { Clock } from './clock.js';

type Timer = { readonly intervalMs: number; readonly action: () => void; dueAtMs: number };

/** A clock that moves only when it is told to; for specs. */
export class FakeClock implements Clock {
  #nowMs: number;
  readonly #timers = new Set<Timer>();

  constructor(start: Date = new Date('2026-01-01T00:00:00Z')) {
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  every(intervalMs: number, action: () => void): () => void {
    const timer = { intervalMs, action, dueAtMs: this.#nowMs + intervalMs };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves on, running each timer at the moments it is due. */
  advance(durationMs: number): void {
    const end = this.#nowMs + durationMs;
    for (let next = this.#earliest(end); next; next = this.#earliest(end)) {
      this.#nowMs = next.dueAtMs;
      next.dueAtMs += next.intervalMs;
      next.action();
    }
    this.#nowMs = end;
  }

  #earliest(endMs: number): Timer | undefined {
    return [...this.#timers].filter(({ dueAtMs }) => dueAtMs <= endMs).toSorted((a, b) => a.dueAtMs - b.dueAtMs)[0];
  }
}
