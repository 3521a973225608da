/**
 * Each entry leads from one version of the database to the next and is never edited once released; a change is a new
 * entry at the end. AUTOINCREMENT stands where an id is also a position in a log: it must never be given out twice.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE identity (epoch TEXT NOT NULL) STRICT;

  CREATE TABLE hosts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    platform TEXT NOT NULL,
    distribution TEXT NOT NULL,
    kernel TEXT NOT NULL,
    architecture TEXT NOT NULL,
    cpu_model TEXT NOT NULL,
    core_count INTEGER NOT NULL,
    booted_at INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE samples (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host_id TEXT NOT NULL REFERENCES hosts (id) ON DELETE CASCADE,
    taken_at INTEGER NOT NULL,
    cpu_percent REAL NOT NULL,
    memory_percent REAL NOT NULL,
    swap_percent REAL NOT NULL,
    disk_percent REAL NOT NULL,
    load_per_core REAL NOT NULL,
    received_bytes_per_second REAL NOT NULL,
    sent_bytes_per_second REAL NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (host_id, taken_at)
  ) STRICT;
  CREATE INDEX samples_by_host ON samples (host_id, id);
  CREATE INDEX samples_by_age ON samples (taken_at);

  CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    metric TEXT NOT NULL,
    comparison TEXT NOT NULL,
    threshold REAL NOT NULL,
    for_seconds INTEGER NOT NULL,
    host_id TEXT,
    is_enabled INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_id INTEGER NOT NULL,
    rule_name TEXT NOT NULL,
    metric TEXT NOT NULL,
    comparison TEXT NOT NULL,
    threshold REAL NOT NULL,
    host_id TEXT NOT NULL,
    host_name TEXT NOT NULL,
    value REAL NOT NULL,
    opened_at INTEGER NOT NULL,
    resolved_at INTEGER,
    acknowledged_at INTEGER,
    acknowledged_by TEXT
  ) STRICT;
  CREATE UNIQUE INDEX open_alerts ON alerts (rule_id, host_id) WHERE resolved_at IS NULL;
  CREATE INDEX alerts_by_host ON alerts (host_id, id);

  CREATE TABLE alert_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE acknowledgement_keys (
    key TEXT PRIMARY KEY,
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    written_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX acknowledgement_keys_by_age ON acknowledgement_keys (written_at);
  CREATE INDEX acknowledgement_keys_by_alert ON acknowledgement_keys (alert_id);
  `,
];
