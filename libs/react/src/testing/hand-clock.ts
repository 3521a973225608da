import type { PageClock } from '../clock.js';

/** A clock that a spec moves by hand. */
export class HandClock implements PageClock {
  #now = 1_000_000;
  #frames: (() => void)[] = [];
  readonly tickers = new Set<() => void>();

  now(): number {
    return this.#now;
  }

  every(_periodMs: number, action: () => void): () => void {
    this.tickers.add(action);
    return () => void this.tickers.delete(action);
  }

  nextFrame(action: () => void): void {
    this.#frames.push(action);
  }

  advance(durationMs: number): void {
    this.#now += durationMs;
    for (const ticker of this.tickers) ticker();
  }

  /** Lets every promise run, then draws the page; gives how much was waiting to be drawn. */
  async draw(): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const frames = this.#frames;
    this.#frames = [];
    for (const frame of frames) frame();
    return frames.length;
  }
}
