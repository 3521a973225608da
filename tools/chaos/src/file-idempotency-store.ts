import { randomUUID } from 'node:crypto';
import type { Claim, ClaimedKey, ClaimRequest, IdempotencyStore } from '@trunkline/server';
import { AppendLog, type LogEntry } from './append-log.js';

/** It never forgets, so it has one life, and vouches for all of it. */
const EPOCH = 'file';

interface FiledRecord {
  readonly fingerprint: string;
  readonly token: string;
  leaseUntil: number;
  result: string | undefined;
}

/**
 * A store that outlives its process, for storms in which that is killed: a log of claims and results. What holds is what the
 * log says when it is read from the beginning, so two processes that claim a key at the same time agree on who was first.
 */
export class FileIdempotencyStore implements IdempotencyStore {
  readonly #records = new Map<string, FiledRecord>();
  readonly #log: AppendLog;

  constructor(path: string) {
    this.#log = new AppendLog(path, (entry) => this.#apply(entry));
  }

  epoch(): string {
    return EPOCH;
  }

  begin(request: ClaimRequest): Claim {
    this.#log.read();
    const { key, fingerprint, leaseMs, sentEpoch, takesOver = false } = request;
    const found = this.#records.get(key);
    if (found !== undefined) {
      const known = this.#describe(found, fingerprint);
      if (known.state !== 'unknown' || !takesOver) return known;
    } else if (sentEpoch !== undefined && sentEpoch !== EPOCH && !takesOver) return { state: 'unknown' };
    const token = randomUUID();
    const at = Date.now();
    this.#log.write({ is: 'claim', key, fingerprint, token, at, leaseUntil: at + leaseMs });
    const record = this.#records.get(key);
    if (record === undefined) return { state: 'unknown' };
    return record.token === token ? { state: 'acquired', token } : this.#describe(record, fingerprint);
  }

  renew(claimed: ClaimedKey, leaseMs: number): boolean {
    return this.#change(claimed, { is: 'renewed', leaseUntil: Date.now() + leaseMs });
  }

  complete(claimed: ClaimedKey, result: string): boolean {
    return this.#change(claimed, { is: 'done', result });
  }

  release(claimed: ClaimedKey): boolean {
    return this.#change(claimed, { is: 'released' });
  }

  close(): void {
    this.#log.close();
  }

  #describe(record: FiledRecord, fingerprint: string): Claim {
    if (record.fingerprint !== fingerprint) return { state: 'mismatch' };
    if (record.result !== undefined) return { state: 'done', result: record.result };
    const leaseLeftMs = record.leaseUntil - Date.now();
    return leaseLeftMs > 0 ? { state: 'in-flight', leaseLeftMs } : { state: 'unknown' };
  }

  #change({ key, token }: ClaimedKey, change: LogEntry): boolean {
    this.#log.read();
    const record = this.#records.get(key);
    if (record?.token !== token || record.result !== undefined) return false;
    this.#log.write({ ...change, key, token });
    // Somebody may have taken over between the look and the line.
    const after = this.#records.get(key);
    return after === undefined ? change['is'] === 'released' : after.token === token;
  }

  #apply({ is, key, fingerprint, token, at, leaseUntil, result }: LogEntry): void {
    if (typeof key !== 'string' || typeof token !== 'string') return;
    const record = this.#records.get(key);
    if (is === 'claim') {
      if (typeof fingerprint !== 'string' || typeof leaseUntil !== 'number' || typeof at !== 'number') return;
      const isFree = record === undefined || (record.result === undefined && record.leaseUntil <= at);
      if (isFree) this.#records.set(key, { fingerprint, token, leaseUntil, result: undefined });
      return;
    }
    if (record?.token !== token || record.result !== undefined) return;
    if (is === 'released') this.#records.delete(key);
    if (is === 'renewed' && typeof leaseUntil === 'number') record.leaseUntil = leaseUntil;
    if (is === 'done' && typeof result === 'string') record.result = result;
  }
}
