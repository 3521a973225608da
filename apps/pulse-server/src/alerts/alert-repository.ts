import type Database from 'libsql';
import * as z from 'zod';
import { dateColumn } from '../database/columns.js';
import { type Alert, type AlertChange, type AlertChangeKind, alertChangeKindSchema } from '../schemas/alert.js';
import { comparisonSchema, ruleMetricSchema } from '../schemas/index.js';

export type NewAlert = Omit<Alert, 'id' | 'resolvedAt' | 'acknowledgedAt' | 'acknowledgedBy'>;
export type AlertFilter = {
  readonly state: 'open' | 'resolved' | 'all';
  readonly hostId: string | null;
  readonly limit: number;
};

/** The table of alerts and the log of what happened to them. Each writing method writes both; the caller holds the transaction. */
export class AlertRepository {
  readonly #list: Database.Statement;
  readonly #find: Database.Statement;
  readonly #open: Database.Statement;
  readonly #resolve: Database.Statement;
  readonly #acknowledge: Database.Statement;
  readonly #addKey: Database.Statement;
  readonly #findByKey: Database.Statement;
  readonly #removeKeysBefore: Database.Statement;
  readonly #addChange: Database.Statement;
  readonly #changesAfter: Database.Statement;
  readonly #newestChangeId: Database.Statement;
  readonly #removeResolvedBefore: Database.Statement;
  readonly #removeChangesBeyond: Database.Statement;

  constructor(database: Database.Database) {
    this.#list = database.prepare(`
      SELECT * FROM alerts
      WHERE (:state = 'all' OR (:state = 'open') = (resolved_at IS NULL)) AND (:hostId IS NULL OR host_id = :hostId)
      ORDER BY id DESC LIMIT :limit`);
    this.#find = database.prepare('SELECT * FROM alerts WHERE id = ?');
    this.#open = database.prepare(`
      INSERT INTO alerts (rule_id, rule_name, metric, comparison, threshold, host_id, host_name, value, opened_at)
      VALUES (:ruleId, :ruleName, :metric, :comparison, :threshold, :hostId, :hostName, :value, :openedAt)`);
    this.#resolve = database.prepare('UPDATE alerts SET resolved_at = ? WHERE id = ? AND resolved_at IS NULL');
    this.#acknowledge = database.prepare(`
      UPDATE alerts SET acknowledged_at = :at, acknowledged_by = :by WHERE id = :id AND acknowledged_at IS NULL`);
    this.#addKey = database.prepare('INSERT INTO acknowledgement_keys (key, alert_id, written_at) VALUES (?, ?, ?)');
    this.#findByKey = database.prepare(
      'SELECT alerts.* FROM acknowledgement_keys JOIN alerts ON alerts.id = alert_id WHERE key = ?',
    );
    this.#removeKeysBefore = database.prepare('DELETE FROM acknowledgement_keys WHERE written_at < ?');
    this.#addChange = database.prepare('INSERT INTO alert_changes (alert_id, kind, changed_at) VALUES (?, ?, ?)');
    this.#changesAfter = database.prepare(`
      SELECT alert_changes.id AS change_id, kind, changed_at, alerts.*
      FROM alert_changes JOIN alerts ON alerts.id = alert_id
      WHERE alert_changes.id > ? ORDER BY alert_changes.id LIMIT ?`);
    this.#newestChangeId = database.prepare('SELECT max(id) AS id FROM alert_changes');
    this.#removeResolvedBefore = database.prepare('DELETE FROM alerts WHERE resolved_at < ?');
    this.#removeChangesBeyond = database.prepare(
      'DELETE FROM alert_changes WHERE id <= (SELECT id FROM alert_changes ORDER BY id DESC LIMIT 1 OFFSET ?)',
    );
  }

  /** The newest first. */
  list(filter: AlertFilter): Alert[] {
    return this.#list.all({ ...filter }).map(toAlert);
  }

  /** Every alert that is open; there is at most one for a rule and a host. */
  listOpen(): Alert[] {
    return this.list({ state: 'open', hostId: null, limit: -1 });
  }

  find(alertId: number): Alert | null {
    const row = this.#find.get(alertId);
    return row === undefined ? null : toAlert(row);
  }

  open(alert: NewAlert): number {
    const { lastInsertRowid } = this.#open.run({ ...alert, openedAt: alert.openedAt.getTime() });
    const alertId = Number(lastInsertRowid);
    this.#note(alertId, 'opened', alert.openedAt);
    return alertId;
  }

  /** Returns false when the alert is unknown or was resolved before. */
  resolve(alertId: number, resolvedAt: Date): boolean {
    const isResolved = this.#resolve.run(resolvedAt.getTime(), alertId).changes === 1;
    if (isResolved) this.#note(alertId, 'resolved', resolvedAt);
    return isResolved;
  }

  /** Returns false when the alert is unknown or was acknowledged before; the first acknowledgement stands. */
  acknowledge(alertId: number, by: string, at: Date): boolean {
    const isFirst = this.#acknowledge.run({ id: alertId, by, at: at.getTime() }).changes === 1;
    if (isFirst) this.#note(alertId, 'acknowledged', at);
    return isFirst;
  }

  /** Remembers under which key an alert was acknowledged. Throws for a key that is there, and for an alert that is not. */
  addKey(key: string, alertId: number, at: Date): void {
    this.#addKey.run(key, alertId, at.getTime());
  }

  /** The alert that was acknowledged under the key. */
  findByKey(key: string): Alert | null {
    const row = this.#findByKey.get(key);
    return row === undefined ? null : toAlert(row);
  }

  removeKeysBefore(moment: Date): number {
    return this.#removeKeysBefore.run(moment.getTime()).changes;
  }

  changesAfter(changeId: number, limit: number): AlertChange[] {
    return this.#changesAfter.all(changeId, limit).map(toAlertChange);
  }

  /** Zero when nothing ever happened. */
  newestChangeId(): number {
    return z.object({ id: z.int().nullable() }).parse(this.#newestChangeId.get()).id ?? 0;
  }

  removeResolvedBefore(moment: Date): number {
    return this.#removeResolvedBefore.run(moment.getTime()).changes;
  }

  /** Keeps the newest `count` changes. */
  removeChangesBeyond(count: number): number {
    return this.#removeChangesBeyond.run(count).changes;
  }

  #note(alertId: number, kind: AlertChangeKind, at: Date): void {
    this.#addChange.run(alertId, kind, at.getTime());
  }
}

const alertRow = z.object({
  id: z.int(),
  rule_id: z.int(),
  rule_name: z.string(),
  metric: ruleMetricSchema,
  comparison: comparisonSchema,
  threshold: z.number(),
  host_id: z.string(),
  host_name: z.string(),
  value: z.number(),
  opened_at: dateColumn,
  resolved_at: dateColumn.nullable(),
  acknowledged_at: dateColumn.nullable(),
  acknowledged_by: z.string().nullable(),
});
const alertChangeRow = z.object({ change_id: z.int(), kind: alertChangeKindSchema, changed_at: dateColumn });

function toAlert(raw: unknown): Alert {
  const row = alertRow.parse(raw);
  return {
    id: row.id,
    ruleId: row.rule_id,
    ruleName: row.rule_name,
    metric: row.metric,
    comparison: row.comparison,
    threshold: row.threshold,
    hostId: row.host_id,
    hostName: row.host_name,
    value: row.value,
    openedAt: row.opened_at,
    resolvedAt: row.resolved_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
  };
}

function toAlertChange(raw: unknown): AlertChange {
  const row = alertChangeRow.parse(raw);
  return { id: row.change_id, kind: row.kind, changedAt: row.changed_at, alert: toAlert(raw) };
}
