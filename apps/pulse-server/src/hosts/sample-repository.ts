import type Database from 'libsql';
import * as z from 'zod';
import { dateColumn } from '../database/columns.js';
import { type HistoryBucket, metricsSchema, type Sample, type StoredSample, sampleSchema } from '../schemas/index.js';
import { type BucketPlan, spreadBuckets } from './history-buckets.js';
import { metricsOf } from './metrics-of.js';

/** The log of samples: appended to by reports, read by position, summed up for charts, trimmed at its old end. */
export class SampleRepository {
  readonly #add: Database.Statement;
  readonly #after: Database.Statement;
  readonly #newestId: Database.Statement;
  readonly #newestIdBefore: Database.Statement;
  readonly #buckets: Database.Statement;
  readonly #removeOlderThan: Database.Statement;
  readonly #removeBeyond: Database.Statement;

  constructor(database: Database.Database) {
    this.#add = database.prepare(`
      INSERT INTO samples (host_id, taken_at, cpu_percent, memory_percent, swap_percent, disk_percent, load_per_core,
                           received_bytes_per_second, sent_bytes_per_second, body)
      VALUES (:hostId, :takenAt, :cpuPercent, :memoryPercent, :swapPercent, :diskPercent, :loadPerCore,
              :receivedBytesPerSecond, :sentBytesPerSecond, :body)
      ON CONFLICT (host_id, taken_at) DO NOTHING`);
    this.#after = database.prepare(
      'SELECT id, taken_at, body FROM samples WHERE host_id = ? AND id > ? ORDER BY id LIMIT ?',
    );
    this.#newestId = database.prepare('SELECT max(id) AS id FROM samples WHERE host_id = ?');
    this.#newestIdBefore = database.prepare('SELECT max(id) AS id FROM samples WHERE host_id = ? AND taken_at < ?');
    // The casts make the division one of integers: libsql binds every number as REAL.
    this.#buckets = database.prepare(`
      SELECT (taken_at - CAST(:fromMs AS INTEGER)) / CAST(:bucketMs AS INTEGER) AS bucket,
             count(*) AS sampleCount,
             max(cpu_percent) AS cpuMaxPercent,
             avg(cpu_percent) AS cpuPercent,
             avg(memory_percent) AS memoryPercent,
             avg(swap_percent) AS swapPercent,
             avg(disk_percent) AS diskPercent,
             avg(load_per_core) AS loadPerCore,
             avg(received_bytes_per_second) AS receivedBytesPerSecond,
             avg(sent_bytes_per_second) AS sentBytesPerSecond
      FROM samples WHERE host_id = :hostId AND taken_at >= :fromMs AND taken_at < :toMs
      GROUP BY bucket ORDER BY bucket`);
    this.#removeOlderThan = database.prepare('DELETE FROM samples WHERE taken_at < ?');
    this.#removeBeyond = database.prepare(`
      DELETE FROM samples WHERE host_id = :hostId AND id <=
        (SELECT id FROM samples WHERE host_id = :hostId ORDER BY id DESC LIMIT 1 OFFSET :count)`);
  }

  /** Returns false, and stores nothing, when the host already has a sample for that moment. */
  add(hostId: string, sample: Sample): boolean {
    const { takenAt, ...body } = sample;
    const columns = { hostId, takenAt: takenAt.getTime(), ...metricsOf(sample), body: JSON.stringify(body) };
    return this.#add.run(columns).changes === 1;
  }

  /** The oldest samples of a host above an id, in the order they were stored. */
  after(hostId: string, id: number, limit: number): StoredSample[] {
    return this.#after.all(hostId, id, limit).map(toStoredSample);
  }

  /** Zero for a host without samples. */
  newestId(hostId: string): number {
    return idRow.parse(this.#newestId.get(hostId)).id ?? 0;
  }

  /** Of the samples taken before a moment. Zero when there is none. */
  newestIdBefore(hostId: string, moment: Date): number {
    return idRow.parse(this.#newestIdBefore.get(hostId, moment.getTime())).id ?? 0;
  }

  buckets(hostId: string, plan: BucketPlan, to: Date): (HistoryBucket | null)[] {
    const { fromMs, bucketMs, bucketCount } = plan;
    const rows = this.#buckets.all({ hostId, fromMs, bucketMs, toMs: to.getTime() }).map((row) => bucketRow.parse(row));
    return spreadBuckets(rows, bucketCount);
  }

  removeOlderThan(moment: Date): number {
    return this.#removeOlderThan.run(moment.getTime()).changes;
  }

  /** Keeps the newest `count` samples of a host. */
  removeBeyond(hostId: string, count: number): number {
    return this.#removeBeyond.run({ hostId, count }).changes;
  }
}

const idRow = z.object({ id: z.int().nullable() });
const bucketRow = metricsSchema
  .extend({ bucket: z.int(), cpuMaxPercent: z.number(), sampleCount: z.int() })
  .transform(({ bucket, ...values }) => ({ bucket, values }));
const sampleRow = z.object({ id: z.int(), taken_at: dateColumn, body: z.string() });
const bodySchema = sampleSchema.omit({ takenAt: true });

function toStoredSample(raw: unknown): StoredSample {
  const row = sampleRow.parse(raw);
  return { id: row.id, takenAt: row.taken_at, ...bodySchema.parse(JSON.parse(row.body)) };
}
