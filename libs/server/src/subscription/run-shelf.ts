import { type Cancel, type Clock, parseCursor } from '@trunkline/protocol';
import type { EventRun } from './event-run.js';
import { type KeepLimits, KeptEvents } from './kept-events.js';
import type { RunReader } from './run-delivery.js';

/** What a server keeps for clients that come back. */
export interface ResumeLimits {
  /** Events of one subscription that were sent and not acknowledged, at most. @default 1024 */
  readonly events: number;
  /** Their size at most: JSON text in UTF-16 units and 128 for each. @default 1048576 */
  readonly bytes: number;
  /** How long a subscription is kept after its connection is lost, in milliseconds. @default 30000 */
  readonly ms: number;
  /** Size of the kept events of the whole server. @default 67108864 */
  readonly maxKeptBytes: number;
  /** Size of the kept events of one principal, or of one address where nobody in particular is behind it. @default 16777216 */
  readonly maxKeptBytesPerPeer: number;
  /** Subscriptions without a connection that the whole server keeps. @default 10000 */
  readonly maxRuns: number;
  /** Those of one principal, or of one address. @default 2500 */
  readonly maxRunsPerPeer: number;
}

export const DEFAULT_RESUME_LIMITS: ResumeLimits = {
  events: 1024,
  bytes: 1024 * 1024,
  ms: 30_000,
  maxKeptBytes: 64 * 1024 * 1024,
  maxKeptBytesPerPeer: 16 * 1024 * 1024,
  maxRuns: 10_000,
  maxRunsPerPeer: 2500,
};

/** What one peer has, over its open connections and those that it lost. */
interface PeerShare {
  keptBytes: number;
  /** Runs that can be resumed, and those of them that wait for their client. */
  runCount: number;
  waitingCount: number;
}

interface Entry {
  readonly run: EventRun;
  readonly share: PeerShare;
  readonly peer: string;
  cancelWait: Cancel | undefined;
}

/**
 * The runs of one server that can be resumed: those that somebody reads, and on the shelf those that lost their connection
 * and wait for their client, each for its time. Where there is too much, the runs that have waited longest go first.
 */
export class RunShelf {
  readonly limits: ResumeLimits;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  /** Those that wait, in the order in which they came. */
  readonly #waiting = new Set<Entry>();
  readonly #shares = new Map<string, PeerShare>();
  #keptBytes = 0;
  #isClosed = false;

  constructor(limits: ResumeLimits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
  }

  /** Runs that can be resumed, read or not. */
  get runCount(): number {
    return this.#entries.size;
  }

  /** Runs that wait for their client. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  /** The size of all that is kept. */
  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** Makes a run that can be resumed. @param peer on whose account it is kept. */
  create(peer: string, limits: KeepLimits, make: (kept: KeptEvents) => EventRun): EventRun {
    const share = this.#shares.get(peer) ?? { keptBytes: 0, runCount: 0, waitingCount: 0 };
    this.#shares.set(peer, share);
    share.runCount += 1;
    const kept: KeptEvents = new KeptEvents(limits, {
      change: (bytes) => {
        share.keptBytes += bytes;
        this.#keptBytes += bytes;
        if (bytes > 0 && this.#hasTooMuch(share)) this.#relieve(share, kept);
      },
    });
    const run = make(kept);
    this.#entries.set(run.parts.name, { run, share, peer, cancelWait: undefined });
    return run;
  }

  find(name: string): EventRun | undefined {
    return this.#entries.get(name)?.run;
  }

  /** A reader leaves its run. @param mayResume whether its client may come back for it. */
  leave(run: EventRun, reader: RunReader, mayResume: boolean): void {
    if (!mayResume || !run.isKept) this.letGo(run);
    // Where it was taken over meanwhile, it is the other's.
    else if (run.detach(reader)) this.put(run);
  }

  /** Nobody reads the run any more, and its client may come back for it. */
  put(run: EventRun): void {
    const entry = this.#entries.get(run.parts.name);
    const { kept } = run.parts;
    if (entry === undefined || kept === undefined || this.#isClosed) return this.letGo(run);
    entry.cancelWait ??= this.#clock.schedule(kept.limits.ms, () => this.letGo(run));
    this.#waiting.add(entry);
    entry.share.waitingCount += 1;
    if (entry.share.waitingCount > this.limits.maxRunsPerPeer) this.#letOldestGo(entry.share);
    if (this.#waiting.size > this.limits.maxRuns) this.#letOldestGo(undefined);
  }

  /** Somebody comes for the run: its time is no longer counted. */
  take(run: EventRun): void {
    const entry = this.#entries.get(run.parts.name);
    if (entry) this.#stopWaiting(entry);
  }

  /** The run cannot be resumed any more. */
  letGo(run: EventRun): void {
    const { name } = run.parts;
    const entry = this.#entries.get(name);
    if (entry?.run === run) {
      this.#stopWaiting(entry);
      this.#entries.delete(name);
      entry.share.runCount -= 1;
      if (entry.share.runCount === 0) this.#shares.delete(entry.peer);
    }
    run.letGo();
  }

  /** The client has everything up to a cursor: a run that it read to its end is no longer needed. */
  acknowledge(owner: string, seen: string): void {
    const cursor = parseCursor(seen);
    const run = cursor && this.find(cursor.run);
    if (run?.end !== undefined && run.parts.owner === owner && cursor !== undefined && cursor.number >= run.end.number)
      this.letGo(run);
  }

  /** Whoever it was may not come back: what waits for it is let go. */
  revoke(owner: string): void {
    for (const { run } of this.#waiting) if (run.parts.owner === owner) this.letGo(run);
  }

  /** The server stops: nothing waits here any more. */
  close(): void {
    this.#isClosed = true;
    for (const { run } of this.#waiting) this.letGo(run);
  }

  #stopWaiting(entry: Entry): void {
    entry.cancelWait?.();
    entry.cancelWait = undefined;
    if (this.#waiting.delete(entry)) entry.share.waitingCount -= 1;
  }

  #hasTooMuch({ keptBytes }: PeerShare): boolean {
    const { maxKeptBytes, maxKeptBytesPerPeer } = this.limits;
    return this.#keptBytes > maxKeptBytes || keptBytes > maxKeptBytesPerPeer;
  }

  // Who waits gives way to who reads; after that, the run that grows forgets its own oldest events.
  #relieve(share: PeerShare, growing: KeptEvents): void {
    while (share.keptBytes > this.limits.maxKeptBytesPerPeer && this.#letOldestGo(share)) continue;
    while (this.#keptBytes > this.limits.maxKeptBytes && this.#letOldestGo(undefined)) continue;
    while (this.#hasTooMuch(share) && growing.trim()) continue;
  }

  #letOldestGo(share: PeerShare | undefined): boolean {
    if (share?.waitingCount === 0) return false;
    for (const entry of this.#waiting) {
      if (share !== undefined && entry.share !== share) continue;
      this.letGo(entry.run);
      return true;
    }
    return false;
  }
}
