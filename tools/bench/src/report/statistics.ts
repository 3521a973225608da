/** The value below which the given share of the values lies, between neighbours by their distance. NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const position = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return Number.NaN;
  return lower + (upper - lower) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How often the values are the others, round by round. Rounds are taken together because what disturbed one side of a
 * round disturbed the other.
 */
export function medianRatio(values: readonly number[], others: readonly number[]): number {
  const ratios = values.slice(0, others.length).map((value, round) => value / (others[round] ?? Number.NaN));
  return median(ratios);
}
