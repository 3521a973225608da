/** Bounds on what is kept and accepted. */
export type Limits = {
  /** How long samples are kept. */
  readonly sampleRetentionMs: number;
  /** How many samples of one host are kept, however fast it reports. */
  readonly samplesPerHostCount: number;
  /** How many hosts may report; the next one is refused. */
  readonly hostCount: number;
  readonly ruleCount: number;
  /** How long a host may say nothing before it counts as silent. */
  readonly silentAfterMs: number;
  /** How long after a start a host may stay unheard before its silence is judged. */
  readonly restartGraceMs: number;
  /** When a host that says nothing is forgotten, with all its samples. */
  readonly hostRetentionMs: number;
  /** How long resolved alerts are kept. */
  readonly alertRetentionMs: number;
  /** How long it is remembered under which key an alert was acknowledged: longer than any client tries again. */
  readonly keyRetentionMs: number;
  /** How many changes of alerts are kept to be caught up on. */
  readonly alertChangeCount: number;
  /** How far ahead of this server a host's clock may be. */
  readonly clockLeadMs: number;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export const defaultLimits: Limits = {
  sampleRetentionMs: 120 * minuteMs,
  samplesPerHostCount: 10_000,
  hostCount: 1_000,
  ruleCount: 200,
  silentAfterMs: 10_000,
  restartGraceMs: 15_000,
  hostRetentionMs: 7 * dayMs,
  alertRetentionMs: 30 * dayMs,
  keyRetentionMs: 7 * dayMs,
  alertChangeCount: 10_000,
  clockLeadMs: 5 * minuteMs,
};
