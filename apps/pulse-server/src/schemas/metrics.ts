import * as z from 'zod';

/** A sample boiled down to one number per question; what charts draw and alert rules judge. */
export const metricsSchema = z.object({
  cpuPercent: z.number(),
  memoryPercent: z.number(),
  swapPercent: z.number(),
  /** The fullest disk: used, of what is used or may still be written, as `df` says it. */
  diskPercent: z.number(),
  /** Load of the last minute divided by the number of cores: above 1, processes wait. */
  loadPerCore: z.number(),
  /** All interfaces together. */
  receivedBytesPerSecond: z.number(),
  sentBytesPerSecond: z.number(),
});
export type Metrics = z.infer<typeof metricsSchema>;
export type MetricName = keyof Metrics;
