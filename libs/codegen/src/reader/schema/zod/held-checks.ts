import type { $ZodType } from 'zod/v4/core';
import { checksOf, type Side } from './zod-schema.js';

type Check = ReturnType<typeof checksOf>[number];

/**
 * The checks that hold for the value on one side. What `.trim()` and other overwrites change was checked before them as it
 * came and behind them as it goes, so that only the former bind a caller and only the latter a result.
 */
export function heldChecks(schema: $ZodType, side: Side): readonly Check[] {
  const checks = checksOf(schema);
  if (side === 'output') return checks.slice(checks.findLastIndex(isOverwrite) + 1);
  const first = checks.findIndex(isOverwrite);
  if (first === -1) return checks;
  const shortest = checks.filter(isOverwrite).every(onlyTrims) ? checks.slice(first).filter(isLeastLength) : [];
  return [...checks.slice(0, first), ...shortest];
}

type Overwrite = Extract<Check, { check: 'overwrite' }>;

function isOverwrite(check: Check): check is Overwrite {
  return check.check === 'overwrite';
}

// A text that is long enough once it is trimmed was so before.
function isLeastLength({ check }: Check): boolean {
  return check === 'min_length';
}

const TRIM_SAMPLES = [' Ab ', 'Ab', '  ', '\tÄb c\n', ''];

function onlyTrims(check: Overwrite): boolean {
  try {
    return TRIM_SAMPLES.every((sample) => check.tx(sample) === sample.trim());
  } catch {
    return false;
  }
}
