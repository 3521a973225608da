import { RecordQueue } from './record-queue.js';

/** What is known of one key. */
export interface StoredRecord {
  readonly key: string;
  readonly fingerprint: string;
  readonly owner: string;
  readonly token: string;
  /** Its place in the order in which all records of the store were begun. */
  readonly place: number;
  readonly keepMs: number;
  /** Until when whoever runs it need not say so again, in milliseconds since the epoch. */
  leaseUntil: number;
  /** When it may be forgotten, in milliseconds since the epoch. */
  expiresAt: number;
  /** Undefined while it runs. */
  result: string | undefined;
  /** Whether the store knows it no longer. */
  isRemoved: boolean;
}

/** A set of records that is bounded as one: those of an owner, or all. */
export class StoreShare {
  readonly #running = new RecordQueue<StoredRecord>(isRunning);
  readonly #done = new RecordQueue<StoredRecord>(isDone);
  #bytes = 0;
  /** The last place of which a record was forgotten; 0 for none. */
  forgottenPlace = 0;

  get count(): number {
    return this.#running.count + this.#done.count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The result that was recorded first. */
  get oldestResult(): StoredRecord | undefined {
    return this.#done.first;
  }

  /** What is to be forgotten next: a result, else something that nobody runs any more. */
  oldest(now: number): StoredRecord | undefined {
    const result = this.#done.first;
    if (result !== undefined) return result;
    const running = this.#running.first;
    return running !== undefined && running.leaseUntil <= now ? running : undefined;
  }

  begun(record: StoredRecord): void {
    this.#running.push(record);
    this.#bytes += bytesOf(record);
  }

  /** Its result is there. */
  completed(record: StoredRecord): void {
    this.#running.left();
    this.#done.push(record);
    this.#bytes += record.result?.length ?? 0;
  }

  forgot(record: StoredRecord): void {
    this.forgottenPlace = Math.max(this.forgottenPlace, record.place);
  }

  /** The store knows it no longer. */
  removed(record: StoredRecord): void {
    (record.result === undefined ? this.#running : this.#done).left();
    this.#bytes -= bytesOf(record) + (record.result?.length ?? 0);
  }
}

function isRunning({ result, isRemoved }: StoredRecord): boolean {
  return result === undefined && !isRemoved;
}

function isDone({ result, isRemoved }: StoredRecord): boolean {
  return result !== undefined && !isRemoved;
}

function bytesOf({ key, fingerprint, owner }: StoredRecord): number {
  return key.length + fingerprint.length + owner.length;
}
