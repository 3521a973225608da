/** The steps of an acknowledgement at which a server may die, in their order. */
export const CRASH_POINTS = [
  'before the claim',
  'after the claim',
  'in the transaction, before anything is written',
  'in the transaction, with the effect written',
  'in the transaction, with the key written too',
  'after the commit',
  'before the result is recorded',
  'after the result is recorded, before the answer',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

export function isCrashPoint(value: unknown): value is CrashPoint {
  return CRASH_POINTS.some((point) => point === value);
}
