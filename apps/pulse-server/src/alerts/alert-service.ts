import { TRPCError } from '@trpc/server';
import type Database from 'libsql';
import type { Clock } from '../clock.js';
import type { ChangeHub } from '../live/change-hub.js';
import type { EventIds } from '../live/event-ids.js';
import { followLog } from '../live/follow-log.js';
import type { ListAlertsInput } from '../schemas/alert.js';
import type { Alert, AlertChange } from '../schemas/index.js';
import type { AlertRepository } from './alert-repository.js';

type Parts = {
  readonly database: Database.Database;
  readonly alerts: AlertRepository;
  readonly changes: ChangeHub;
  readonly eventIds: EventIds;
  readonly clock: Clock;
};

/** What the `alerts` procedures do. */
export class AlertService {
  readonly #alerts: AlertRepository;
  readonly #changes: ChangeHub;
  readonly #eventIds: EventIds;
  readonly #clock: Clock;
  readonly #acknowledge: (alertId: number, by: string, at: Date) => boolean;

  constructor({ database, alerts, changes, eventIds, clock }: Parts) {
    this.#alerts = alerts;
    this.#changes = changes;
    this.#eventIds = eventIds;
    this.#clock = clock;
    this.#acknowledge = database.transaction((alertId: number, by: string, at: Date) =>
      alerts.acknowledge(alertId, by, at),
    );
  }

  list({ state = 'all', hostId, limit = 100 }: NonNullable<ListAlertsInput> = {}): Alert[] {
    return this.#alerts.list({ state, hostId: hostId ?? null, limit });
  }

  acknowledge(alertId: number, by: string): Alert {
    if (this.#acknowledge(alertId, by, this.#clock.now())) this.#changes.announce('alerts');
    const alert = this.#alerts.find(alertId);
    if (!alert) {
      throw new TRPCError({
        code: 'NOT_FOUND',
        message: `There is no alert ${alertId}. Resolved alerts are removed after some weeks; list the alerts again.`,
      });
    }
    return alert;
  }

  /** Changes after the given event, or from now on. */
  async *followChanges(
    lastEventId: string | null | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<{ readonly eventId: string; readonly change: AlertChange }, void, undefined> {
    const newest = this.#alerts.newestChangeId();
    const log = {
      changes: this.#changes,
      topic: 'alerts',
      readAfter: (id: number, limit: number) => this.#alerts.changesAfter(id, limit),
      after: this.#eventIds.read(lastEventId, newest) ?? newest,
      signal,
    } as const;
    for await (const change of followLog(log)) yield { eventId: this.#eventIds.write(change.id), change };
  }
}
