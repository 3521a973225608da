import { randomBytes } from 'node:crypto';
import type { Cancel, Clock } from '@trunkline/protocol';
import { systemClock } from '../clock.js';
import type { Claim, ClaimedKey, ClaimRequest, IdempotencyStore } from './idempotency-store.js';
import { type MemoryStoreBounds, type MemoryStoreOptions, resolveMemoryStoreOptions } from './memory-store-options.js';
import { type StoredRecord, StoreShare } from './store-share.js';

/**
 * A store for one process: what it knows is gone when the process is. Servers of one process may share it.
 *
 * It is bounded by time, number and size. What it forgets it stops to vouch for, so a later sending of that is told
 * `OUTCOME_UNKNOWN` and does not run twice.
 *
 * @throws RangeError for an option that makes no sense.
 */
export function createMemoryIdempotencyStore(options: MemoryStoreOptions = {}): IdempotencyStore {
  return new MemoryIdempotencyStore(resolveMemoryStoreOptions(options), options.clock ?? systemClock);
}

const MISMATCH: Claim = { state: 'mismatch' };
const UNKNOWN: Claim = { state: 'unknown' };
const FULL: Claim = { state: 'full' };

class MemoryIdempotencyStore implements IdempotencyStore {
  readonly #bounds: MemoryStoreBounds;
  readonly #clock: Clock;
  /** A name of this store's life, because positions mean nothing in another's. */
  readonly #life = randomBytes(6).toString('base64url');
  readonly #records = new Map<string, StoredRecord>();
  readonly #all = new StoreShare();
  readonly #owners = new Map<string, StoreShare>();
  /** How many records were begun: the place of each in the order of all. */
  #begunCount = 0;
  #cancelSweep: Cancel | undefined;

  constructor(bounds: MemoryStoreBounds, clock: Clock) {
    this.#bounds = bounds;
    this.#clock = clock;
  }

  epoch(owner: string, known: string | null): string {
    const told = known === null ? undefined : this.#read(known);
    const forgotten = this.#forgottenFor(owner);
    // Half of what it could vouch for is gone, so a new one serves better.
    const isWorn = told === undefined || (forgotten > 0 && told - forgotten < this.#begunCount - told);
    return isWorn || known === null ? `${this.#life}.${this.#begunCount.toString(36)}` : known;
  }

  begin(request: ClaimRequest): Claim {
    const found = this.#records.get(request.key);
    if (found === undefined) return this.#mayHaveKnown(request) ? UNKNOWN : this.#acquire(request);
    if (found.fingerprint !== request.fingerprint) return MISMATCH;
    if (found.result !== undefined) return { state: 'done', result: found.result };
    const leaseLeftMs = found.leaseUntil - this.#clock.now();
    if (leaseLeftMs > 0) return { state: 'in-flight', leaseLeftMs };
    if (request.takesOver !== true) return UNKNOWN;
    this.#remove(found);
    return this.#acquire(request);
  }

  renew(claimed: ClaimedKey, leaseMs: number): boolean {
    const record = this.#find(claimed);
    if (record === undefined) return false;
    record.leaseUntil = this.#clock.now() + leaseMs;
    return true;
  }

  complete(claimed: ClaimedKey, result: string): boolean {
    const record = this.#find(claimed);
    if (record === undefined) return false;
    const owner = this.#ownerOf(record.owner);
    record.result = result;
    record.expiresAt = this.#clock.now() + record.keepMs;
    this.#all.completed(record);
    owner.completed(record);
    this.#makeRoom(owner, 0);
    this.#sweepLater();
    return true;
  }

  release(claimed: ClaimedKey): boolean {
    const record = this.#find(claimed);
    if (record === undefined) return false;
    this.#remove(record);
    return true;
  }

  close(): void {
    this.#cancelSweep?.();
    this.#records.clear();
    this.#owners.clear();
  }

  #acquire({ key, fingerprint, owner, leaseMs, keepMs = this.#bounds.keepMs }: ClaimRequest): Claim {
    const share = this.#ownerOf(owner);
    if (!this.#makeRoom(share, 1)) return FULL;
    this.#begunCount += 1;
    const leaseUntil = this.#clock.now() + leaseMs;
    const place = this.#begunCount;
    const record: StoredRecord = {
      key,
      fingerprint,
      owner,
      token: place.toString(36),
      place,
      keepMs,
      leaseUntil,
      expiresAt: leaseUntil + keepMs,
      result: undefined,
      isRemoved: false,
    };
    this.#records.set(key, record);
    this.#owners.set(owner, share);
    this.#all.begun(record);
    share.begun(record);
    return { state: 'acquired', token: record.token };
  }

  // A first sending is new by its own word. A later one is new only if nothing that it could be was ever forgotten.
  #mayHaveKnown({ sentEpoch, owner, takesOver }: ClaimRequest): boolean {
    if (sentEpoch === undefined || takesOver === true) return false;
    const place = sentEpoch === null ? undefined : this.#read(sentEpoch);
    return place === undefined || place < this.#forgottenFor(owner);
  }

  #read(epoch: string): number | undefined {
    if (!epoch.startsWith(`${this.#life}.`)) return undefined;
    const place = Number.parseInt(epoch.slice(this.#life.length + 1), 36);
    return place >= 0 && place <= this.#begunCount ? place : undefined;
  }

  #forgottenFor(owner: string): number {
    return Math.max(this.#all.forgottenPlace, this.#owners.get(owner)?.forgottenPlace ?? 0);
  }

  /** Forgets until as many more fit in; false when nothing more may be forgotten. */
  #makeRoom(owner: StoreShare, count: number): boolean {
    const { maxEntries, maxBytes, ownerEntries, ownerBytes } = this.#bounds;
    while (owner.count + count > ownerEntries || owner.bytes > ownerBytes) {
      if (!this.#forget(owner.oldest(this.#clock.now()), owner)) return false;
    }
    while (this.#all.count + count > maxEntries || this.#all.bytes > maxBytes) {
      if (!this.#forget(this.#all.oldest(this.#clock.now()), this.#all)) return false;
    }
    return true;
  }

  #forget(record: StoredRecord | undefined, share: StoreShare): boolean {
    if (record === undefined) return false;
    share.forgot(record);
    this.#remove(record);
    return true;
  }

  #remove(record: StoredRecord): void {
    this.#records.delete(record.key);
    record.isRemoved = true;
    this.#all.removed(record);
    const owner = this.#ownerOf(record.owner);
    owner.removed(record);
    if (owner.count > 0) return;
    // Nobody remembers an owner without records, so what it has forgotten everybody has.
    this.#all.forgottenPlace = Math.max(this.#all.forgottenPlace, owner.forgottenPlace);
    this.#owners.delete(record.owner);
  }

  #find({ key, token }: ClaimedKey): StoredRecord | undefined {
    const record = this.#records.get(key);
    return record?.token === token && record.result === undefined ? record : undefined;
  }

  #ownerOf(name: string): StoreShare {
    return this.#owners.get(name) ?? new StoreShare();
  }

  #sweepLater(): void {
    const oldest = this.#all.oldestResult;
    if (oldest === undefined || this.#cancelSweep !== undefined) return;
    this.#cancelSweep = this.#clock.schedule(oldest.expiresAt - this.#clock.now(), () => {
      this.#cancelSweep = undefined;
      this.#sweep();
      this.#sweepLater();
    });
  }

  // Results stand in the order in which they were recorded; one that is kept for longer holds up those behind it.
  #sweep(): void {
    const now = this.#clock.now();
    for (let oldest = this.#all.oldest(now); oldest !== undefined; oldest = this.#all.oldest(now)) {
      if (oldest.expiresAt > now) return;
      this.#forget(oldest, this.#all);
    }
  }
}
