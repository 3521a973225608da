import type { Category, Level, RuleName } from './rules.js';

/** One difference between two contracts, with the procedures that it concerns. */
export interface Finding {
  readonly rule: RuleName;
  readonly level: Level;
  readonly category: Category;
  /** The paths of the procedures, sorted. Several where the cause is a type that they share, or the transformer. */
  readonly procedures: readonly string[];
  /** The named type in which the cause lies; `position` is then within it. */
  readonly type?: string;
  /** Where: `input.filter.limit`, `output[].id`, `User.email`; empty where it is the procedure as a whole. */
  readonly position: string;
  /** What stood there, shortly; empty where there was nothing. */
  readonly before: string;
  /** What stands there now, shortly; empty where there is nothing. */
  readonly after: string;
  /** One sentence. */
  readonly message: string;
}
