/** One case of a decision: what it depends on, feature by feature, and what is decided. */
export interface Situation {
  readonly features: readonly string[];
  readonly outcome: string;
}

/** Cases that are decided alike, told apart from the others by as few features as it takes. */
export interface OutcomeGroup {
  /** Empty when nothing has to be the case. */
  readonly when: string;
  readonly outcome: string;
}

/**
 * Puts together what is decided alike. A feature is named where it matters: where another value of it would not be in the
 * same group. Groups that are no product of values are told case by case.
 */
export function groupByOutcome(situations: readonly Situation[]): readonly OutcomeGroup[] {
  const outcomes = [...new Set(situations.map(({ outcome }) => outcome))];
  const all = valuesOf(situations);
  return outcomes.flatMap((outcome) => {
    const alike = situations.filter((situation) => situation.outcome === outcome);
    const values = valuesOf(alike);
    const isProduct = values.reduce((count, { length }) => count * length, 1) === alike.length;
    if (!isProduct) return splitByFirst(alike, all).map((when) => ({ when, outcome }));
    return [{ when: describe(values, all), outcome }];
  });
}

function splitByFirst(alike: readonly Situation[], all: readonly (readonly string[])[]): readonly string[] {
  const firsts = valuesOf(alike)[0] ?? [];
  const descriptions = firsts.map((first) =>
    describe(valuesOf(alike.filter(({ features }) => features[0] === first)), all),
  );
  return [descriptions.join('; or ')];
}

/** The values of each feature, in the order in which they came. */
function valuesOf(situations: readonly Situation[]): readonly (readonly string[])[] {
  const width = situations[0]?.features.length ?? 0;
  return Array.from({ length: width }, (_, index) => [
    ...new Set(situations.map(({ features }) => features[index] ?? '')),
  ]);
}

function describe(values: readonly (readonly string[])[], all: readonly (readonly string[])[]): string {
  return values
    .filter((found, index) => found.length < (all[index]?.length ?? 0))
    .map((found) => found.join(' or '))
    .join(', ');
}
