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
  readonly #acknowledge: (alertId: number, by: string, key: string | undefined) => boolean;

  constructor({ database, alerts, changes, eventIds, clock }: Parts) {
    this.#alerts = alerts;
    this.#changes = changes;
    this.#eventIds = eventIds;
    // The key is written with what is done under it, so that after a crash both are there or neither is.
    this.#acknowledge = database.transaction((alertId: number, by: string, key: string | undefined) => {
      const at = clock.now();
      const isFirst = alerts.acknowledge(alertId, by, at);
      if (key !== undefined && alerts.find(alertId)) alerts.addKey(key, alertId, at);
      return isFirst;
    });
  }

  list({ state = 'all', hostId, limit = 100 }: NonNullable<ListAlertsInput> = {}): Alert[] {
    return this.#alerts.list({ state, hostId: hostId ?? null, limit });
  }

  /** @param key what this call is known by, should it come again. */
  acknowledge(alertId: number, by: string, key?: string): Alert {
    if (this.#acknowledge(alertId, by, key)) this.#changes.announce('alerts');
    const alert = this.#alerts.find(alertId);
    if (!alert) {
      throw new TRPCError({
        code: 'NOT_FOUND',
        message: `There is no alert ${alertId}. Resolved alerts are removed after some weeks; list the alerts again.`,
      });
    }
    return alert;
  }

  /** What `acknowledge` was answered under a key; undefined when it did nothing under it. */
  recoverAcknowledgement(key: string): { readonly output: Alert } | undefined {
    const alert = this.#alerts.findByKey(key);
    return alert ? { output: alert } : undefined;
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
