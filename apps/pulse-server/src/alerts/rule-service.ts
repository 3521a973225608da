import { TRPCError } from '@trpc/server';
import type Database from 'libsql';
import type { Clock } from '../clock.js';
import type { Rule, SetRuleInput } from '../schemas/index.js';
import type { AlertWatch } from './alert-watch.js';
import { defaultRules } from './default-rules.js';
import type { RuleRepository } from './rule-repository.js';

type Parts = {
  readonly database: Database.Database;
  readonly rules: RuleRepository;
  readonly watch: AlertWatch;
  readonly clock: Clock;
  readonly maximumRuleCount: number;
};

/** What the `rules` procedures do. */
export class RuleService {
  readonly #rules: RuleRepository;
  readonly #watch: AlertWatch;
  readonly #clock: Clock;
  readonly #maximumRuleCount: number;
  readonly #store: (input: SetRuleInput) => Rule;
  readonly #remove: (ruleId: number) => boolean;

  constructor({ database, rules, watch, clock, maximumRuleCount }: Parts) {
    this.#rules = rules;
    this.#watch = watch;
    this.#clock = clock;
    this.#maximumRuleCount = maximumRuleCount;
    this.#store = database.transaction(({ id, ...fields }: SetRuleInput) =>
      id === undefined ? this.#add(fields) : this.#replace({ ...fields, id }),
    );
    this.#remove = database.transaction((ruleId: number) => {
      watch.forgetRule(ruleId, clock.now());
      return rules.remove(ruleId);
    });
    if (!rules.hasEverHeldARule()) for (const rule of defaultRules) rules.add(rule);
    watch.reloadRules();
  }

  list(): Rule[] {
    return this.#rules.list();
  }

  set(input: SetRuleInput): Rule {
    const rule = this.#store(input);
    this.#watch.reloadRules();
    return rule;
  }

  /** Says whether there was such a rule. */
  remove(ruleId: number): { readonly isRemoved: boolean } {
    const isRemoved = this.#remove(ruleId);
    this.#watch.reloadRules();
    return { isRemoved };
  }

  #add(fields: Omit<Rule, 'id'>): Rule {
    const ruleCount = this.#rules.list().length;
    if (ruleCount >= this.#maximumRuleCount) {
      throw new TRPCError({
        code: 'PRECONDITION_FAILED',
        message: `There are ${ruleCount} rules already, and at most ${this.#maximumRuleCount} are kept. Remove one first.`,
      });
    }
    return this.#rules.add(fields);
  }

  #replace(rule: Rule): Rule {
    const before = this.#rules.find(rule.id);
    if (!before) {
      throw new TRPCError({
        code: 'NOT_FOUND',
        message: `There is no rule ${rule.id}; it may have been removed. Leave out the id to store it as a new rule.`,
      });
    }
    if (!judgesAlike(before, rule)) this.#watch.forgetRule(rule.id, this.#clock.now());
    this.#rules.replace(rule);
    return rule;
  }
}

/** A new name alone leaves open alerts as they are. */
function judgesAlike(before: Rule, after: Rule): boolean {
  return (
    before.metric === after.metric &&
    before.comparison === after.comparison &&
    before.threshold === after.threshold &&
    before.forSeconds === after.forSeconds &&
    before.hostId === after.hostId &&
    before.isEnabled === after.isEnabled
  );
}
