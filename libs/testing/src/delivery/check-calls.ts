import { unreachable } from '@trunkline/protocol';
import type { Effect, ObservedCall, ObservedQuery } from './delivery-record.js';
import type { MutationViolation, MutationViolationKind } from './delivery-violation.js';

/** Judges mutations: the effect of each at most once, and each caller told the truth about it. */
export function checkCalls(calls: readonly ObservedCall[], effects: readonly Effect[]): readonly MutationViolation[] {
  const effectsByKey = groupByKey(effects);
  const calledKeys = new Set(calls.map(({ key }) => key));
  return [
    ...[...effectsByKey].flatMap(([key, ofKey]) => judgeEffects(key, ofKey.length, calledKeys.has(key))),
    ...calls.flatMap((call) => judgeCall(call, effectsByKey.get(call.key) ?? [])),
  ];
}

/** Judges queries: each caller has the right answer, or an error. */
export function checkQueries(queries: readonly ObservedQuery[]): readonly MutationViolation[] {
  return queries.flatMap(({ client, name, expected, outcome }): readonly MutationViolation[] => {
    const violation = (kind: MutationViolationKind, what: string): readonly MutationViolation[] => [
      { kind, key: name, client, sentence: `${client} asked for ${name} and ${what}` },
    ];
    if (outcome.type === 'pending') return violation('unanswered', 'was told nothing by the end.');
    if (outcome.type === 'failed' || show(outcome.answer) === show(expected)) return [];
    return violation('wrong-answer', `was answered ${show(outcome.answer)}; right is ${show(expected)}.`);
  });
}

function judgeEffects(key: string, count: number, isCalled: boolean): readonly MutationViolation[] {
  const violations: MutationViolation[] = [];
  if (!isCalled) violations.push({ kind: 'phantom-effect', key, sentence: `${key} had an effect and no caller.` });
  if (count > 1) violations.push({ kind: 'ran-twice', key, sentence: `${key} had its effect ${count} times.` });
  return violations;
}

function judgeCall({ client, key, outcome }: ObservedCall, effects: readonly Effect[]): readonly MutationViolation[] {
  const violation = (kind: MutationViolationKind, what: string): readonly MutationViolation[] => [
    { kind, key, client, sentence: `${client} called ${key} and ${what}` },
  ];
  const [effect] = effects;
  switch (outcome.type) {
    case 'pending':
      return violation('unanswered', 'was told nothing by the end.');
    case 'answered':
      if (effect === undefined) return violation('answered-without-effect', 'has an answer, but nothing happened.');
      if (effects.some(({ answer }) => isSameAnswer(answer, outcome.answer))) return [];
      return violation('wrong-answer', `was answered ${show(outcome.answer)}; it made ${show(effect.answer)}.`);
    case 'failed':
      if (outcome.effect === 'none' && effect !== undefined) {
        return violation('effect-denied', `was told by ${outcome.code} that nothing happened, but it did.`);
      }
      if (outcome.effect === 'done' && effect === undefined) {
        return violation('effect-claimed', `was told by ${outcome.code} that it happened, but it did not.`);
      }
      return [];
    default:
      return unreachable(outcome);
  }
}

// Answers are compared as they travel; one that is not recorded proves nothing.
function isSameAnswer(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined || show(one) === show(other);
}

function show(answer: unknown): string {
  return JSON.stringify(answer) ?? 'nothing';
}

function groupByKey(effects: readonly Effect[]): ReadonlyMap<string, readonly Effect[]> {
  const groups = new Map<string, Effect[]>();
  for (const effect of effects) {
    const group = groups.get(effect.key);
    if (group === undefined) groups.set(effect.key, [effect]);
    else group.push(effect);
  }
  return groups;
}
