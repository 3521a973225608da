/** How often a property is tried: few times in the short run, as often as FUZZ_RUNS says in a long one. */
export const fuzzRuns = Number(process.env['FUZZ_RUNS'] ?? 200);

/** Time for one property, in milliseconds. */
export const fuzzTimeoutMs = 5_000 + fuzzRuns * 5;
