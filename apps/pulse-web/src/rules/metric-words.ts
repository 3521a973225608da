import type { Rule } from '@trunkline/pulse-client';
import { formatBytesPerSecond, formatLoad, formatPercent } from '../charts/format-quantity.js';

interface MetricWords {
  readonly name: string;
  /** What stands behind the number in the form. */
  readonly unit: string;
  readonly format: (value: number) => string;
}

/** How each metric is called and written. */
export const metricWords: Record<Rule['metric'], MetricWords> = {
  cpuPercent: { name: 'CPU', unit: '%', format: formatPercent },
  memoryPercent: { name: 'Memory', unit: '%', format: formatPercent },
  swapPercent: { name: 'Swap', unit: '%', format: formatPercent },
  diskPercent: { name: 'Fullest disk', unit: '%', format: formatPercent },
  loadPerCore: { name: 'Load per core', unit: '', format: formatLoad },
  receivedBytesPerSecond: { name: 'Network in', unit: ' B/s', format: formatBytesPerSecond },
  sentBytesPerSecond: { name: 'Network out', unit: ' B/s', format: formatBytesPerSecond },
  silentSeconds: { name: 'Silence', unit: ' s', format: (seconds) => `${Math.round(seconds)} s` },
};

interface Condition {
  readonly metric: Rule['metric'];
  readonly comparison: Rule['comparison'];
  readonly threshold: number;
}

/** `CPU above 90%`; silence is always too long, so it says `Silence for 10 s`. */
export function describeCondition({ metric, comparison, threshold }: Condition): string {
  const words = metricWords[metric];
  if (metric === 'silentSeconds') return `Silent for ${words.format(threshold)}`;
  return `${words.name} ${comparison} ${words.format(threshold)}`;
}
