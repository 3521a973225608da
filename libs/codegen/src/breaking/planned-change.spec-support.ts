import type { Contract } from '../contract/contract.js';
import type { RuleName } from './rules.js';

/** A change, and what is to be found of it: rules with the position of each, in the order of the findings. */
export type PlannedChange = readonly [name: string, before: Contract, after: Contract, ...found: readonly string[]];

/** A rule at a position. */
export const at = (rule: RuleName, position = ''): string => `${rule} ${position}`.trim();
