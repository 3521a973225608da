import type Database from 'libsql';
import * as z from 'zod';
import { dateColumn } from '../database/columns.js';
import type { HostFacts, Metrics } from '../schemas/index.js';

export type KnownHost = HostFacts & {
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly latest: Metrics | null;
};

/** Who was heard when; all that is needed to judge silence, for every host, every second. */
export type HeardHost = Pick<KnownHost, 'id' | 'name' | 'lastSeenAt'>;

/** The table of hosts: what each says about itself, and when it was heard. */
export class HostRepository {
  readonly #list: Database.Statement;
  readonly #listHeard: Database.Statement;
  readonly #has: Database.Statement;
  readonly #count: Database.Statement;
  readonly #save: Database.Statement;
  readonly #removeUnseenSince: Database.Statement;

  constructor(database: Database.Database) {
    this.#list = database.prepare(`
      SELECT hosts.*, cpu_percent, memory_percent, swap_percent, disk_percent, load_per_core,
             received_bytes_per_second, sent_bytes_per_second
      FROM hosts LEFT JOIN samples ON samples.id =
        (SELECT id FROM samples WHERE host_id = hosts.id ORDER BY taken_at DESC LIMIT 1)
      ORDER BY hosts.name, hosts.id`);
    this.#listHeard = database.prepare('SELECT id, name, last_seen_at FROM hosts');
    this.#has = database.prepare('SELECT 1 FROM hosts WHERE id = ?');
    this.#count = database.prepare('SELECT count(*) AS count FROM hosts');
    this.#save = database.prepare(`
      INSERT INTO hosts (id, name, platform, distribution, kernel, architecture, cpu_model, core_count, booted_at,
                         first_seen_at, last_seen_at)
      VALUES (:id, :name, :platform, :distribution, :kernel, :architecture, :cpuModel, :coreCount, :bootedAt, :seenAt, :seenAt)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, platform = excluded.platform, distribution = excluded.distribution,
        kernel = excluded.kernel, architecture = excluded.architecture, cpu_model = excluded.cpu_model,
        core_count = excluded.core_count, booted_at = excluded.booted_at, last_seen_at = excluded.last_seen_at`);
    this.#removeUnseenSince = database.prepare('DELETE FROM hosts WHERE last_seen_at < ?');
  }

  /** By name. */
  list(): KnownHost[] {
    return this.#list.all().map(toKnownHost);
  }

  /** In no particular order. */
  listHeard(): HeardHost[] {
    return this.#listHeard.all().map((raw) => {
      const row = heardRow.parse(raw);
      return { id: row.id, name: row.name, lastSeenAt: row.last_seen_at };
    });
  }

  has(hostId: string): boolean {
    return this.#has.get(hostId) !== undefined;
  }

  count(): number {
    return z.object({ count: z.int() }).parse(this.#count.get()).count;
  }

  /** Adds the host or renews what is known about it, and notes that it was heard. */
  save(facts: HostFacts, seenAt: Date): void {
    this.#save.run({ ...facts, bootedAt: facts.bootedAt.getTime(), seenAt: seenAt.getTime() });
  }

  /** Forgets hosts that have long been gone, with their samples. Returns how many. */
  removeUnseenSince(moment: Date): number {
    return this.#removeUnseenSince.run(moment.getTime()).changes;
  }
}

const heardRow = z.object({ id: z.string(), name: z.string(), last_seen_at: dateColumn });

const hostRow = z.object({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  distribution: z.string(),
  kernel: z.string(),
  architecture: z.string(),
  cpu_model: z.string(),
  core_count: z.int(),
  booted_at: dateColumn,
  first_seen_at: dateColumn,
  last_seen_at: dateColumn,
  cpu_percent: z.number().nullable(),
  memory_percent: z.number().nullable(),
  swap_percent: z.number().nullable(),
  disk_percent: z.number().nullable(),
  load_per_core: z.number().nullable(),
  received_bytes_per_second: z.number().nullable(),
  sent_bytes_per_second: z.number().nullable(),
});

function toKnownHost(raw: unknown): KnownHost {
  const row = hostRow.parse(raw);
  return {
    id: row.id,
    name: row.name,
    platform: row.platform,
    distribution: row.distribution,
    kernel: row.kernel,
    architecture: row.architecture,
    cpuModel: row.cpu_model,
    coreCount: row.core_count,
    bootedAt: row.booted_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    latest: toMetrics(row),
  };
}

function toMetrics(row: z.infer<typeof hostRow>): Metrics | null {
  // The columns of the joined sample are null together: when the host has none left.
  if (row.cpu_percent === null) return null;
  return {
    cpuPercent: row.cpu_percent,
    memoryPercent: row.memory_percent ?? 0,
    swapPercent: row.swap_percent ?? 0,
    diskPercent: row.disk_percent ?? 0,
    loadPerCore: row.load_per_core ?? 0,
    receivedBytesPerSecond: row.received_bytes_per_second ?? 0,
    sentBytesPerSecond: row.sent_bytes_per_second ?? 0,
  };
}
