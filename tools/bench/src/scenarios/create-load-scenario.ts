import type { CallName } from '../clients/client-port.js';
import type { Pair } from '../processes/pair.js';
import { median, quantile } from '../report/statistics.js';
import type { Variant } from '../variants/variant.js';
import type { Metric, Sample, Scenario } from './scenario.js';

export interface LoadShape {
  readonly name: string;
  readonly title: string;
  readonly call: CallName;
  readonly connectionCount: number;
  readonly inFlight: number;
  readonly compression: boolean;
  /** Whether latency is what is asked; taking the time of each call costs the client some CPU. */
  readonly recordsLatencies: boolean;
  includes(variant: Variant): boolean;
}

const costMetrics: readonly Metric[] = [
  { name: 'serverCpu', title: 'server CPU per call', unit: 'µs' },
  { name: 'clientCpu', title: 'client CPU per call', unit: 'µs' },
  { name: 'wire', title: 'on the wire per call', unit: 'B' },
];

const latencyMetrics: readonly Metric[] = [
  { name: 'p50', title: 'p50', unit: 'ms' },
  { name: 'p99', title: 'p99', unit: 'ms' },
];

/** A scenario of calls in a closed loop: as many as stated are always under way. */
export function createLoadScenario(shape: LoadShape): Scenario {
  const load = (pair: Pair, durationMs: number) =>
    pair.client().ask('load', {
      name: shape.call,
      inFlight: shape.inFlight,
      durationMs,
      recordsLatencies: shape.recordsLatencies,
    });
  return {
    ...shape,
    metrics: shape.recordsLatencies ? latencyMetrics : costMetrics,
    processes: 'kept',
    async warmUp(pair, { warmUpMs }) {
      await pair.connect(shape.connectionCount);
      await load(pair, warmUpMs);
    },
    async measure(pair, { roundMs }): Promise<Sample> {
      const usageBefore = await pair.server.ask('usage');
      const wireBefore = await pair.server.ask('wireBytes');
      const { callCount, cpuMicros, latenciesMs } = await load(pair, roundMs);
      const usageAfter = await pair.server.ask('usage');
      const wireAfter = await pair.server.ask('wireBytes');
      if (shape.recordsLatencies) return { p50: median(latenciesMs), p99: quantile(latenciesMs, 0.99) };
      return {
        serverCpu: (usageAfter.cpuMicros - usageBefore.cpuMicros) / callCount,
        clientCpu: cpuMicros / callCount,
        wire: (wireAfter.received - wireBefore.received + wireAfter.sent - wireBefore.sent) / callCount,
      };
    },
  };
}
