export type BucketPlan = { readonly fromMs: number; readonly bucketMs: number; readonly bucketCount: number };

// Samples come once a second, a little late at times. A bucket of one second would now and then be missed by a hair, and
// drawn as a hole that never was.
const minimumBucketMs = 2_000;

/**
 * Cuts a window into at most `maxPoints` buckets of whole seconds. The first begins at a multiple of the bucket, at or
 * before `fromMs`, so that asking again a moment later cuts at the same places and the chart does not tremble.
 */
export function planBuckets(fromMs: number, toMs: number, maxPoints: number): BucketPlan {
  const widest = (toMs - fromMs) / Math.max(1, maxPoints - 1);
  const bucketMs = Math.max(minimumBucketMs, Math.ceil(widest / 1_000) * 1_000);
  const alignedMs = Math.floor(fromMs / bucketMs) * bucketMs;
  return { fromMs: alignedMs, bucketMs, bucketCount: Math.ceil((toMs - alignedMs) / bucketMs) };
}

/** Lays rows out by their bucket's number; a number without a row is a hole. */
export function spreadBuckets<Values>(
  rows: readonly { readonly bucket: number; readonly values: Values }[],
  bucketCount: number,
): (Values | null)[] {
  const byBucket = new Map(rows.map(({ bucket, values }) => [bucket, values]));
  return Array.from({ length: bucketCount }, (_, bucket) => byBucket.get(bucket) ?? null);
}
