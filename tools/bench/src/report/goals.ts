/** A number that the project promises: at most, or at least, so much. */
export interface Goal {
  readonly scenario: string;
  readonly metric: string;
  readonly case: string;
  readonly limit: number;
  /** The case whose values the limit multiplies; undefined for a limit in the metric's own unit. */
  readonly relativeTo?: string;
  /** The metric of that case, where it is another one. */
  readonly relativeMetric?: string;
  /** @default 'at most' */
  readonly bound?: 'at most' | 'at least';
}

/** Where one number is named for both, it holds with superjson and without. */
export const goals: readonly Goal[] = [
  atMost('calls-one-connection', 'serverCpu', 'trunkline', 0.75, 'ws'),
  atMost('calls-one-connection', 'serverCpu', 'trunkline+superjson', 0.9, 'ws'),
  ...withAndWithoutSuperjson((suffix) => [
    atMost('calls-one-connection', 'serverCpu', `trunkline-stock${suffix}`, 1.1, 'ws'),
    atMost('calls-one-connection', 'clientCpu', `trunkline${suffix}`, 0.25, `trpc${suffix}`),
    atMost('calls-many-connections', 'serverCpu', `trunkline${suffix}`, 1, 'ws'),
    atMost('calls-many-connections', 'serverCpu', `trunkline-link${suffix}`, 1.6, 'ws'),
    atMost('calls-in-turn', 'p50', `trunkline${suffix}`, 1.3, 'ws'),
    atMost('calls-in-turn', 'p50', `trunkline-link${suffix}`, 2, 'ws'),
    atMost('generator', 'serverCpu', `trunkline${suffix}`, 0.45, 'ws'),
    atMost('generator-neighbour', 'p99', `trunkline${suffix}`, 0.01, `trpc${suffix}`),
    atMost('stalled-reader', 'growth', `trunkline${suffix}`, 16),
    atMost('idle-connections', 'heap', `trunkline${suffix}`, 1.6, 'ws'),
    atMost('idle-subscriptions', 'heap', `trunkline${suffix}`, 6),
    {
      scenario: 'held-connections',
      metric: 'held',
      case: `trunkline${suffix}`,
      limit: 10_000,
      bound: 'at least',
    } as const,
    atMost('delivery-cost', 'serverCpu', `trunkline${suffix}`, 1.1, `trunkline-bare${suffix}`),
  ]),
  // Ours without ids beside what the stock client does with them.
  { ...atMost('reconnect-storm', 'complete', 'trunkline', 1, 'trpc'), relativeMetric: 'trackedComplete' },
  atMost('reconnect-storm', 'trackedComplete', 'trunkline', 1, 'trpc'),
  ...['lost', 'doubled', 'trackedLost', 'trackedDoubled'].map((metric) =>
    atMost('reconnect-storm', metric, 'trunkline', 0),
  ),
  atMost('drain', 'failed', 'trunkline', 0),
  atMost('drain', 'cut', 'trunkline', 0),
  atMost('half-open', 'left', 'trunkline', 5000),
  atMost('half-open', 'lost', 'trunkline', 0),
  ...['codegen-check', 'codegen-check-6'].flatMap((scenario) => [
    atMost(scenario, 'instantiations', 'trunkline', 0.01, 'trpc'),
    atMost(scenario, 'check', 'trunkline', 0.2, 'trpc'),
  ]),
  atMost('codegen-whole', 'whole', 'trunkline', 1.5, 'tsc'),
  atMost('codegen-watch', 'whole', 'trunkline', 0.25, 'tsc'),
  atMost('codegen-size', 'over', 'trunkline', 4096),
];

function atMost(scenario: string, metric: string, caseName: string, limit: number, relativeTo?: string): Goal {
  const goal = { scenario, metric, case: caseName, limit };
  return relativeTo === undefined ? goal : { ...goal, relativeTo };
}

function withAndWithoutSuperjson(create: (suffix: string) => readonly Goal[]): readonly Goal[] {
  return ['', '+superjson'].flatMap(create);
}
