import type { Host, StoredSample } from '@trunkline/pulse-client';
import { useMemo, useState } from 'react';
import { formatBytes, formatBytesPerSecond, formatLoad, formatPercent } from '../charts/format-quantity.js';
import { pointAt } from './chart-data.js';
import { CoreBars } from './core-bars.js';
import { MetricCard, type MetricLine, Reading } from './metric-card.js';
import type { Point } from './point.js';
import { SwapBar } from './swap-bar.js';
import type { Frame } from './use-frame.js';

interface HostChartsProps {
  readonly host: Host;
  readonly latest: StoredSample | null;
  readonly frame: Frame;
}

/** CPU, memory, network and load of one host over the same stretch of time. */
export function HostCharts({ host, latest, frame }: HostChartsProps) {
  const [cursorIndex, setCursorIndex] = useState<number | null>(null);
  const point = pointAt(frame.points, frame.drawn, cursorIndex);
  const coreCount = latest?.cpu.perCorePercent.length ?? host.coreCount;
  const cpuLines = useMemo(() => linesOfCpu(coreCount), [coreCount]);
  const cores = point?.corePercents ?? latest?.cpu.perCorePercent ?? [];
  const totalBytes = latest?.memory.totalBytes ?? 0;
  const shared = { frame, onCursor: setCursorIndex };
  return (
    <div className="host-charts">
      <MetricCard
        {...shared}
        title="CPU"
        lines={cpuLines}
        leastTop={100}
        formatValue={formatPercent}
        reading={<Reading value={point ? formatPercent(point.cpuPercent) : '–'} />}
        footer={cores.length > 0 ? <CoreBars percents={cores} /> : null}
      />
      <MetricCard
        {...shared}
        title="Memory"
        lines={memoryLines}
        leastTop={100}
        formatValue={formatPercent}
        reading={
          <Reading
            value={point ? formatPercent(point.memoryPercent) : '–'}
            {...(point && totalBytes > 0
              ? { note: `${formatBytes((point.memoryPercent / 100) * totalBytes)} of ${formatBytes(totalBytes)}` }
              : {})}
          />
        }
        footer={latest ? <SwapBar memory={latest.memory} /> : null}
      />
      <MetricCard
        {...shared}
        title="Network"
        lines={networkLines}
        leastTop={10_000}
        formatValue={formatBytesPerSecond}
        reading={
          <>
            <Reading color="pulse-received" note="in" value={rate(point?.receivedBytesPerSecond)} />
            <Reading color="pulse-sent" note="out" value={rate(point?.sentBytesPerSecond)} />
          </>
        }
      />
      <MetricCard
        {...shared}
        title="Load"
        lines={loadLines}
        leastTop={host.coreCount}
        formatValue={formatAxisLoad}
        reading={<Reading value={point ? formatLoad(point.loadOneMinute) : '–'} {...(point ? loadNote(point) : {})} />}
      />
    </div>
  );
}

const memoryLines: readonly MetricLine[] = [
  { label: 'Memory', color: 'pulse-memory', isFilled: true, read: (point) => point.memoryPercent },
];

const networkLines: readonly MetricLine[] = [
  { label: 'In', color: 'pulse-received', isFilled: true, read: (point) => point.receivedBytesPerSecond },
  { label: 'Out', color: 'pulse-sent', read: (point) => point.sentBytesPerSecond },
];

const loadLines: readonly MetricLine[] = [
  { label: '15 min', color: 'pulse-load', opacity: 0.3, widthPx: 1.2, read: (point) => point.loadFifteenMinutes },
  { label: '5 min', color: 'pulse-load', opacity: 0.55, widthPx: 1.2, read: (point) => point.loadFiveMinutes },
  { label: '1 min', color: 'pulse-load', isFilled: true, read: (point) => point.loadOneMinute },
];

/** Each core as a faint line, the whole machine on top. More than this many lines would be a smear. */
const shownCoreCount = 32;

function linesOfCpu(coreCount: number): MetricLine[] {
  const cores = Array.from({ length: Math.min(coreCount, shownCoreCount) }, (_, core) => ({
    label: `Core ${core + 1}`,
    color: 'pulse-cpu',
    opacity: coreCount > 8 ? 0.16 : 0.3,
    widthPx: 1,
    read: (point: { readonly corePercents: readonly number[] | null }) => point.corePercents?.[core] ?? null,
  }));
  return [...cores, { label: 'CPU', color: 'pulse-cpu', isFilled: true, read: (point) => point.cpuPercent }];
}

function rate(bytesPerSecond: number | undefined): string {
  return bytesPerSecond === undefined ? '–' : formatBytesPerSecond(bytesPerSecond);
}

function loadNote({ loadFiveMinutes, loadFifteenMinutes }: Point): { note?: string } {
  if (loadFiveMinutes === null || loadFifteenMinutes === null) return {};
  return { note: `${formatLoad(loadFiveMinutes)} · ${formatLoad(loadFifteenMinutes)} over 5 and 15 min` };
}

function formatAxisLoad(load: number): string {
  return load.toFixed(Number.isInteger(load) ? 0 : 1);
}
