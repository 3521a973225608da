import type { Rule } from '../schemas/index.js';
import { unreachable } from '../unreachable.js';

/** Where one rule stands on one host. */
export type AlertState =
  | { readonly name: 'clear' }
  /** The condition holds, not yet long enough. */
  | { readonly name: 'pending'; readonly since: Date; readonly lastHeldAt: Date }
  | { readonly name: 'open' };

export type Observation = { readonly value: number; readonly at: Date };
export type Condition = Pick<Rule, 'comparison' | 'threshold' | 'forSeconds'>;
export type AlertVerdict = { readonly state: AlertState; readonly effect: 'none' | 'open' | 'resolve' };

export const clear: AlertState = { name: 'clear' };

// Nobody knows what happened in a hole longer than this, so it cannot count as time in which the condition held.
const longestHoleMs = 10_000;

/** Judges one observation: an alert opens once the condition has held long enough, and is resolved by the first observation that does not fulfil it. */
export function judge(condition: Condition, state: AlertState, observation: Observation): AlertVerdict {
  const isFulfilled = fulfils(condition, observation.value);
  switch (state.name) {
    case 'clear':
      return isFulfilled ? held(condition, observation.at, observation.at) : { state: clear, effect: 'none' };
    case 'pending': {
      if (!isFulfilled) return { state: clear, effect: 'none' };
      const isAfterHole = observation.at.getTime() - state.lastHeldAt.getTime() > longestHoleMs;
      return held(condition, isAfterHole ? observation.at : state.since, observation.at);
    }
    case 'open':
      return isFulfilled ? { state, effect: 'none' } : { state: clear, effect: 'resolve' };
    default:
      return unreachable(state);
  }
}

function fulfils({ comparison, threshold }: Condition, value: number): boolean {
  return comparison === 'above' ? value > threshold : value < threshold;
}

function held({ forSeconds }: Condition, since: Date, at: Date): AlertVerdict {
  const isLongEnough = at.getTime() - since.getTime() >= forSeconds * 1_000;
  return isLongEnough
    ? { state: { name: 'open' }, effect: 'open' }
    : { state: { name: 'pending', since, lastHeldAt: at }, effect: 'none' };
}
