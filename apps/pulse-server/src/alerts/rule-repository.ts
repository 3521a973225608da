import type Database from 'libsql';
import * as z from 'zod';
import { booleanColumn, toBooleanColumn } from '../database/columns.js';
import { comparisonSchema, type Rule, ruleMetricSchema } from '../schemas/index.js';

/** The table of alert rules. */
export class RuleRepository {
  readonly #list: Database.Statement;
  readonly #find: Database.Statement;
  readonly #add: Database.Statement;
  readonly #replace: Database.Statement;
  readonly #remove: Database.Statement;
  readonly #everHeld: Database.Statement;

  constructor(database: Database.Database) {
    this.#list = database.prepare('SELECT * FROM rules ORDER BY id');
    this.#find = database.prepare('SELECT * FROM rules WHERE id = ?');
    this.#add = database.prepare(`
      INSERT INTO rules (name, metric, comparison, threshold, for_seconds, host_id, is_enabled)
      VALUES (:name, :metric, :comparison, :threshold, :forSeconds, :hostId, :isEnabled)`);
    this.#replace = database.prepare(`
      UPDATE rules SET name = :name, metric = :metric, comparison = :comparison, threshold = :threshold,
                       for_seconds = :forSeconds, host_id = :hostId, is_enabled = :isEnabled
      WHERE id = :id`);
    this.#remove = database.prepare('DELETE FROM rules WHERE id = ?');
    this.#everHeld = database.prepare("SELECT 1 FROM sqlite_sequence WHERE name = 'rules'");
  }

  /** In the order they were made. */
  list(): Rule[] {
    return this.#list.all().map(toRule);
  }

  find(ruleId: number): Rule | null {
    const row = this.#find.get(ruleId);
    return row === undefined ? null : toRule(row);
  }

  add(rule: Omit<Rule, 'id'>): Rule {
    const { lastInsertRowid } = this.#add.run(toColumns(rule));
    return { ...rule, id: Number(lastInsertRowid) };
  }

  /** Returns false when there is no such rule. */
  replace(rule: Rule): boolean {
    return this.#replace.run({ ...toColumns(rule), id: rule.id }).changes === 1;
  }

  remove(ruleId: number): boolean {
    return this.#remove.run(ruleId).changes === 1;
  }

  /** Whether there ever was a rule. Tells a first start from somebody who removed them all. */
  hasEverHeldARule(): boolean {
    return this.#everHeld.get() !== undefined;
  }
}

function toColumns({ name, metric, comparison, threshold, forSeconds, hostId, isEnabled }: Omit<Rule, 'id'>) {
  return { name, metric, comparison, threshold, forSeconds, hostId, isEnabled: toBooleanColumn(isEnabled) };
}

const ruleRow = z.object({
  id: z.int(),
  name: z.string(),
  metric: ruleMetricSchema,
  comparison: comparisonSchema,
  threshold: z.number(),
  for_seconds: z.int(),
  host_id: z.string().nullable(),
  is_enabled: booleanColumn,
});

function toRule(raw: unknown): Rule {
  const { for_seconds: forSeconds, host_id: hostId, is_enabled: isEnabled, ...rest } = ruleRow.parse(raw);
  return { ...rest, forSeconds, hostId, isEnabled };
}
