import type { StoredSample } from '@trunkline/pulse-client';
import { mergePoints } from './merge-points.js';
import { type Point, pointFromSample } from './point.js';

/** What has arrived live of one host. A new object at each change, so components can compare it. */
export interface LiveFeed {
  /** Ascending by time, at most an hour at one a second. */
  readonly points: readonly Point[];
  /** The newest sample, whole. */
  readonly latest: StoredSample | null;
  /** How far the host's clock is ahead of this device's, in milliseconds; 0 until a sample tells. */
  readonly clockAheadMs: number;
}

/** Calls `flush` once, soon; the browser's next frame, or a timer while the page is hidden. */
export type Schedule = (flush: () => void) => void;

/** Holds the live samples of all hosts and tells of them once per frame, however many arrive in it. */
export class LiveFeeds {
  readonly #schedule: Schedule;
  readonly #now: () => number;
  readonly #feeds = new Map<string, LiveFeed>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #arrived = new Map<string, StoredSample[]>();
  #isScheduled = false;

  constructor(schedule: Schedule, now: () => number) {
    this.#schedule = schedule;
    this.#now = now;
  }

  read(hostId: string): LiveFeed {
    return this.#feeds.get(hostId) ?? emptyFeed;
  }

  push(hostId: string, sample: StoredSample): void {
    const waiting = this.#arrived.get(hostId) ?? [];
    waiting.push(sample);
    // A page in the background may not be asked to draw for long; only what it can still show is kept.
    if (waiting.length > maxPointCount) waiting.shift();
    this.#arrived.set(hostId, waiting);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#schedule(() => this.#flush());
  }

  subscribe(hostId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(hostId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(hostId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(hostId) === listeners) this.#listeners.delete(hostId);
    };
  }

  /** Lets go of a host that is no longer shown. */
  forget(hostId: string): void {
    this.#feeds.delete(hostId);
    this.#arrived.delete(hostId);
  }

  #flush(): void {
    this.#isScheduled = false;
    const arrived = this.#arrived;
    this.#arrived = new Map();
    for (const [hostId, samples] of arrived) {
      this.#feeds.set(hostId, this.#extend(this.read(hostId), samples));
      for (const listener of this.#listeners.get(hostId) ?? []) listener();
    }
  }

  #extend(feed: LiveFeed, samples: readonly StoredSample[]): LiveFeed {
    const points = mergePoints(feed.points, samples.map(pointFromSample), maxPointCount);
    const newest = samples.reduce((a, b) => (b.takenAt > a.takenAt ? b : a));
    const latest = feed.latest && feed.latest.takenAt > newest.takenAt ? feed.latest : newest;
    // A sample that was kept and came late looks like a slow clock, so the fastest ever seen is believed.
    const aheadMs = newest.takenAt.getTime() - this.#now();
    return { points, latest, clockAheadMs: feed.latest ? Math.max(feed.clockAheadMs, aheadMs) : aheadMs };
  }
}

const maxPointCount = 3_600;
const emptyFeed: LiveFeed = { points: [], latest: null, clockAheadMs: 0 };
