import type { Pair } from '../processes/pair.js';
import type { Variant } from '../variants/variant.js';
import type { Scale } from './scale.js';

/** Something that is measured in a scenario. */
export interface Metric {
  readonly name: string;
  readonly title: string;
  readonly unit: 'µs' | 'ms' | 'MB' | 'KiB' | 'B' | '';
}

/** What one round of one case came to, by the metrics' names. */
export type Sample = Readonly<Record<string, number>>;

/** A question to all variants. Each file of this folder holds one, named as the file. */
export interface Scenario {
  /** As in `--only`. */
  readonly name: string;
  readonly title: string;
  readonly metrics: readonly Metric[];
  /**
   * `kept`: the processes of all cases stay through all rounds and take turns, so that what disturbs the machine disturbs
   * all alike. `fresh`: each round has new processes, because what is measured does not go away again.
   */
  readonly processes: 'kept' | 'fresh';
  /** Whether servers offer compression. */
  readonly compression: boolean;
  /** More rounds than this would tell nothing new. */
  readonly maxRounds?: number;
  includes(variant: Variant, superjson: boolean): boolean;
  /** A sentence that says why it cannot run here and what to do about that. */
  findObstacle?(scale: Scale): string | undefined;
  /** Connects, and runs the workload until it is compiled. */
  warmUp(pair: Pair, scale: Scale): Promise<void>;
  measure(pair: Pair, scale: Scale): Promise<Sample>;
}
