import type { ChangeHub } from '../live/change-hub.js';
import type { HostFacts, Metrics, Rule } from '../schemas/index.js';
import type { AlertRepository } from './alert-repository.js';
import { type AlertState, clear, judge, type Observation } from './alert-state.js';
import type { RuleRepository } from './rule-repository.js';

type WatchedHost = Pick<HostFacts, 'id' | 'name'>;
type Parts = { readonly alerts: AlertRepository; readonly rules: RuleRepository; readonly changes: ChangeHub };

/** Applies the rules to what comes in, and opens and resolves alerts. Only the waiting of pending conditions is in memory. */
export class AlertWatch {
  readonly #alerts: AlertRepository;
  readonly #rules: RuleRepository;
  readonly #changes: ChangeHub;
  #activeRules: readonly Rule[] = [];
  /** By rule, then by host; a clear state is not kept. */
  readonly #states = new Map<number, Map<string, AlertState>>();
  readonly #openAlertIds = new Map<string, number>();

  constructor({ alerts, rules, changes }: Parts) {
    this.#alerts = alerts;
    this.#rules = rules;
    this.#changes = changes;
    this.reloadRules();
    for (const alert of alerts.listOpen()) {
      this.#openAlertIds.set(keyOf(alert.ruleId, alert.hostId), alert.id);
      this.#setState(alert.ruleId, alert.hostId, { name: 'open' });
    }
  }

  /** To be called when rules were stored or removed. */
  reloadRules(): void {
    this.#activeRules = this.#rules.list().filter((rule) => rule.isEnabled);
  }

  /**
   * Judges a sample at the moment it was taken. A host that reports is not silent, whenever its sample was taken, so its
   * silence ends at the moment it was heard.
   */
  observeSample(host: WatchedHost, metrics: Metrics, takenAt: Date, heardAt: Date): void {
    for (const rule of this.#rulesFor(host.id)) {
      const observation =
        rule.metric === 'silentSeconds' ? { value: 0, at: heardAt } : { value: metrics[rule.metric], at: takenAt };
      this.#apply(rule, host, observation);
    }
  }

  observeSilence(host: WatchedHost, silentSeconds: number, at: Date): void {
    for (const rule of this.#rulesFor(host.id)) {
      if (rule.metric === 'silentSeconds') this.#apply(rule, host, { value: silentSeconds, at });
    }
  }

  /** Resolves what a rule has opened and begins anew, because its words have changed or it is gone. */
  forgetRule(ruleId: number, at: Date): void {
    for (const hostId of this.#states.get(ruleId)?.keys() ?? []) this.#resolve(ruleId, hostId, at);
    this.#states.delete(ruleId);
  }

  /** Resolves what was opened for a host that is no longer kept. */
  forgetHost(hostId: string, at: Date): void {
    for (const [ruleId, states] of this.#states) {
      this.#resolve(ruleId, hostId, at);
      states.delete(hostId);
    }
  }

  #rulesFor(hostId: string): readonly Rule[] {
    return this.#activeRules.filter((rule) => rule.hostId === null || rule.hostId === hostId);
  }

  #apply(rule: Rule, host: WatchedHost, observation: Observation): void {
    const { state, effect } = judge(rule, this.#states.get(rule.id)?.get(host.id) ?? clear, observation);
    this.#setState(rule.id, host.id, state);
    if (effect === 'open') this.#open(rule, host, observation);
    if (effect === 'resolve') this.#resolve(rule.id, host.id, observation.at);
  }

  #setState(ruleId: number, hostId: string, state: AlertState): void {
    const states = this.#states.get(ruleId) ?? new Map<string, AlertState>();
    this.#states.set(ruleId, states);
    if (state.name === 'clear') states.delete(hostId);
    else states.set(hostId, state);
  }

  #open(rule: Rule, host: WatchedHost, { value, at }: Observation): void {
    const { id: ruleId, name: ruleName, metric, comparison, threshold } = rule;
    const alert = { ruleId, ruleName, metric, comparison, threshold, hostId: host.id, hostName: host.name };
    this.#openAlertIds.set(keyOf(ruleId, host.id), this.#alerts.open({ ...alert, value, openedAt: at }));
    this.#changes.announce('alerts');
  }

  #resolve(ruleId: number, hostId: string, at: Date): void {
    const key = keyOf(ruleId, hostId);
    const alertId = this.#openAlertIds.get(key);
    this.#openAlertIds.delete(key);
    if (alertId !== undefined && this.#alerts.resolve(alertId, at)) this.#changes.announce('alerts');
  }
}

function keyOf(ruleId: number, hostId: string): string {
  return `${ruleId} ${hostId}`;
}
