/** What a run came to: the content of docs/performance.json. */
export interface Results {
  readonly machine: Machine;
  readonly scenarios: readonly ScenarioResults[];
}

export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cpuCount: number;
  readonly platform: string;
}

export interface ScenarioResults {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What did not run, with the reason in a sentence. */
  readonly problems: readonly Problem[];
}

/** One case: its values by metric, one for each round. */
export interface Row {
  readonly case: string;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export interface Problem {
  readonly case: string;
  readonly message: string;
}

/** Finds the values of a metric; undefined when they were not measured. */
export function findValues(
  results: Results,
  { scenario, case: caseName, metric }: { scenario: string; case: string; metric: string },
): readonly number[] | undefined {
  return results.scenarios.find(({ name }) => name === scenario)?.rows.find((row) => row.case === caseName)?.values[
    metric
  ];
}

/** Puts the scenarios of a newer run in place of those of an older one. */
export function mergeResults(older: Results, newer: Results, order: readonly string[]): Results {
  const byName = new Map([...older.scenarios, ...newer.scenarios].map((scenario) => [scenario.name, scenario]));
  return { machine: newer.machine, scenarios: order.flatMap((name) => byName.get(name) ?? []) };
}
