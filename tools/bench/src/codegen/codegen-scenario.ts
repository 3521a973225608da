import type { NamedCase } from '../report/table.js';
import type { Metric, Sample } from '../scenarios/scenario.js';
import type { CodegenWorkspace } from './codegen-workspace.js';

/** A question about generated clients. Its cases are its own; the first is what the others are compared with. */
export interface CodegenScenario {
  /** As in `--only`. */
  readonly name: string;
  readonly title: string;
  readonly metrics: readonly Metric[];
  readonly cases: readonly NamedCase[];
  /** More rounds than this would tell nothing new. */
  readonly maxRounds?: number;
  /** Makes ready what all rounds share. */
  open(workspace: CodegenWorkspace): Promise<CodegenSession>;
}

/** A scenario that is being measured. */
export interface CodegenSession {
  measure(caseName: string): Promise<Sample>;
  close(): Promise<void>;
}
