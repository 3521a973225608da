import { TRPCError } from '@trpc/server';
import type Database from 'libsql';
import type { AlertWatch } from '../alerts/alert-watch.js';
import type { Clock } from '../clock.js';
import type { Limits } from '../limits.js';
import type { ChangeHub } from '../live/change-hub.js';
import type { EventIds } from '../live/event-ids.js';
import { followLog } from '../live/follow-log.js';
import type { HistoryInput } from '../schemas/host.js';
import type { History, Host, HostStatus, Report, StoredSample } from '../schemas/index.js';
import { planBuckets } from './history-buckets.js';
import type { HostRepository } from './host-repository.js';
import { HostStatusBoard } from './host-status-board.js';
import { metricsOf } from './metrics-of.js';
import type { SampleRepository } from './sample-repository.js';

type Parts = {
  readonly database: Database.Database;
  readonly hosts: HostRepository;
  readonly samples: SampleRepository;
  readonly watch: AlertWatch;
  readonly changes: ChangeHub;
  readonly eventIds: EventIds;
  readonly clock: Clock;
  readonly limits: Limits;
};

const defaultWindowMs = 15 * 60_000;
const defaultPointCount = 300;

/** What the `hosts` procedures do, and the regular look at who has gone silent. */
export class HostService {
  readonly #parts: Parts;
  readonly #statuses = new HostStatusBoard();
  readonly #startedAt: Date;
  readonly #store: (report: Report) => boolean;
  readonly #judgeSilence: (now: Date) => void;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    this.#store = parts.database.transaction((report: Report) => this.#storeReport(report));
    this.#judgeSilence = parts.database.transaction((now: Date) => this.#judgeSilenceOfAll(now));
    this.#statuses.update(this.#readStatuses());
  }

  list(): Host[] {
    const now = this.#parts.clock.now();
    return this.#parts.hosts.list().map((host) => ({ ...host, status: this.#statusOf(host.lastSeenAt, now) }));
  }

  history({ hostId, from, to, maxPoints = defaultPointCount }: HistoryInput): History {
    this.#requireHost(hostId);
    const { samples, clock, eventIds } = this.#parts;
    const end = to ?? clock.now();
    const start = from ?? new Date(end.getTime() - defaultWindowMs);
    if (start >= end) {
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: `The window begins at ${start.toISOString()}, which is not before its end at ${end.toISOString()}.`,
      });
    }
    const plan = planBuckets(start.getTime(), end.getTime(), maxPoints);
    return {
      from: new Date(plan.fromMs),
      bucketMs: plan.bucketMs,
      buckets: samples.buckets(hostId, plan, end),
      cursor: eventIds.write(samples.newestIdBefore(hostId, end)),
    };
  }

  /** `isNew` is false when the sample had been stored before, by a report that was sent twice. */
  report(report: Report): { readonly isNew: boolean } {
    this.#requirePlausibleTime(report);
    const isNew = this.#store(report);
    const { changes } = this.#parts;
    if (isNew) changes.announce(`samples ${report.host.id}`);
    if (this.#statuses.statusOf(report.host.id) !== 'live') this.#announceStatuses();
    return { isNew };
  }

  /** Samples after the given event, or from the newest one on. */
  async *followSamples(
    { hostId, lastEventId }: { readonly hostId: string; readonly lastEventId?: string | null | undefined },
    signal: AbortSignal | undefined,
  ): AsyncGenerator<{ readonly eventId: string; readonly sample: StoredSample }, void, undefined> {
    this.#requireHost(hostId);
    const { samples, changes, eventIds } = this.#parts;
    const newest = samples.newestId(hostId);
    const log = {
      changes,
      topic: `samples ${hostId}`,
      readAfter: (id: number, limit: number) => samples.after(hostId, id, limit),
      after: eventIds.read(lastEventId, newest) ?? newest - 1,
      signal,
    } as const;
    for await (const sample of followLog(log)) yield { eventId: eventIds.write(sample.id), sample };
  }

  /** The list at once, and again whenever a host appears, goes silent, comes back or is forgotten. */
  async *followList(signal: AbortSignal | undefined): AsyncGenerator<Host[], void, undefined> {
    const watch = this.#parts.changes.watch('hosts', signal);
    try {
      do yield this.list();
      while (await watch.changed());
    } finally {
      watch.close();
    }
  }

  /** To be called every second. */
  checkSilence(): void {
    this.#judgeSilence(this.#parts.clock.now());
    this.#announceStatuses();
  }

  count(): number {
    return this.#parts.hosts.count();
  }

  #storeReport({ host, sample }: Report): boolean {
    const { hosts, samples, watch, clock } = this.#parts;
    if (!hosts.has(host.id)) this.#requireRoomForOneMore(host.id);
    const heardAt = clock.now();
    hosts.save(host, heardAt);
    const isNew = samples.add(host.id, sample);
    if (isNew) watch.observeSample(host, metricsOf(sample), sample.takenAt, heardAt);
    return isNew;
  }

  #judgeSilenceOfAll(now: Date): void {
    const { hosts, watch, limits } = this.#parts;
    const isJustStarted = now.getTime() - this.#startedAt.getTime() < limits.restartGraceMs;
    for (const host of hosts.listHeard()) {
      // While this server was down nobody could be heard, which is not the fault of the host; it gets time to come back.
      if (isJustStarted && host.lastSeenAt < this.#startedAt) continue;
      watch.observeSilence(host, (now.getTime() - host.lastSeenAt.getTime()) / 1_000, now);
    }
  }

  #announceStatuses(): void {
    if (this.#statuses.update(this.#readStatuses())) this.#parts.changes.announce('hosts');
  }

  #readStatuses(): { readonly id: string; readonly status: HostStatus }[] {
    const now = this.#parts.clock.now();
    return this.#parts.hosts.listHeard().map(({ id, lastSeenAt }) => ({ id, status: this.#statusOf(lastSeenAt, now) }));
  }

  #statusOf(lastSeenAt: Date, now: Date): HostStatus {
    return now.getTime() - lastSeenAt.getTime() > this.#parts.limits.silentAfterMs ? 'silent' : 'live';
  }

  #requireHost(hostId: string): void {
    if (this.#parts.hosts.has(hostId)) return;
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: `No host "${hostId}" has ever reported here, or it was forgotten after a long silence.`,
    });
  }

  #requireRoomForOneMore(hostId: string): void {
    const { hosts, limits } = this.#parts;
    if (hosts.count() < limits.hostCount) return;
    throw new TRPCError({
      code: 'PRECONDITION_FAILED',
      message: `Host "${hostId}" is refused: this server already keeps ${limits.hostCount} hosts, its limit.`,
    });
  }

  #requirePlausibleTime({ host, sample }: Report): void {
    const { clock, limits } = this.#parts;
    const leadMs = sample.takenAt.getTime() - clock.now().getTime();
    if (leadMs <= limits.clockLeadMs && -leadMs <= limits.sampleRetentionMs) return;
    const seconds = Math.round(Math.abs(leadMs) / 1_000);
    throw new TRPCError({
      code: 'BAD_REQUEST',
      message:
        `The sample of host "${host.id}" was taken at ${sample.takenAt.toISOString()}, ${seconds} s ` +
        `${leadMs > 0 ? 'ahead of' : 'behind'} this server's clock; accepted are ${limits.clockLeadMs / 1_000} s ahead ` +
        `and ${limits.sampleRetentionMs / 1_000} s behind. Check the clock of the host.`,
    });
  }
}
