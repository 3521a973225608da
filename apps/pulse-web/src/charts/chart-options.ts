import type uPlot from 'uplot';
import { fontFamily } from '../theme/theme.js';
import type { ChartColors } from './chart-colors.js';
import { drawHoles } from './draw-holes.js';
import type { Hole, TimeRange } from './holes.js';

/** One line of a chart. */
export interface ChartLine {
  readonly label: string;
  /** The name of a colour variable of the theme, without the dashes: `pulse-cpu`. */
  readonly color: string;
  readonly widthPx?: number;
  /** 0 to 1; lines that only give context are fainter. */
  readonly opacity?: number;
  readonly isFilled?: boolean;
}

/** What the plot asks for whenever it draws; the answers change while the plot stays. */
export interface ChartSource {
  colors(): ChartColors;
  range(): TimeRange;
  holes(): readonly Hole[];
  formatValue(value: number): string;
  /** The least that the value axis reaches up to, so that idle noise is not drawn as a mountain. */
  leastTop(): number;
  cursorMoved(index: number | null): void;
}

export function createChartOptions(
  lines: readonly ChartLine[],
  source: ChartSource,
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  return {
    ...size,
    ms: 1,
    padding: [8, 4, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      points: { size: 6, width: 0, fill: (_plot, index) => lineColor(index, lines, source) },
      drag: { x: false, y: false, setScale: false },
      sync: { key: 'pulse', setSeries: false, scales: ['x', null] },
    },
    scales: {
      x: { time: true, range: () => [source.range().from, source.range().to] },
      y: { range: (_plot, _min, max) => [0, niceTop(Math.max(max ?? 0, source.leastTop()))] },
    },
    axes: [timeAxis(source), valueAxis(source)],
    series: [{}, ...lines.map((line) => lineSeries(line, source))],
    hooks: {
      drawAxes: [(plot) => drawHoles(plot, source.holes(), source.colors())],
      setCursor: [(plot) => source.cursorMoved(plot.cursor.idx ?? null)],
    },
  };
}

/** The next of 1, 2, 4, 5, 8 or 10 times a power of ten, so that axis labels are short. Powers of two up to 1024 pass. */
export function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 8, 10].find((candidate) => candidate * power >= value * 0.999) ?? 10;
  return step * power;
}

/** Where a value has a hole on both sides: no line leads through it, so it must be drawn as a dot to be seen. */
export function lonelyIndices(values: ArrayLike<number | null | undefined>): number[] {
  const indices: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const isLonely = values[index] != null && values[index - 1] == null && values[index + 1] == null;
    if (isLonely) indices.push(index);
  }
  return indices;
}

function lineSeries(line: ChartLine, source: ChartSource): uPlot.Series {
  const alpha = line.opacity ?? 1;
  return {
    label: line.label,
    stroke: () => withAlpha(source.colors().of(line.color), alpha),
    width: line.widthPx ?? 1.6,
    ...(line.isFilled ? { fill: (plot: uPlot) => fadeDown(plot, source.colors().of(line.color)) } : {}),
    points: {
      show: true,
      size: 3,
      width: 0,
      fill: () => source.colors().of(line.color),
      filter: (plot, seriesIndex) => lonelyIndices(plot.data[seriesIndex] ?? []),
    },
    spanGaps: false,
  };
}

function fadeDown(plot: uPlot, color: string): CanvasGradient | string {
  const { top, height } = plot.bbox;
  if (!Number.isFinite(top) || height <= 0) return 'transparent';
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, withAlpha(color, 0.28));
  gradient.addColorStop(1, withAlpha(color, 0.03));
  return gradient;
}

function lineColor(seriesIndex: number, lines: readonly ChartLine[], source: ChartSource): string {
  const line = lines[seriesIndex - 1];
  return line && (line.opacity ?? 1) === 1 ? source.colors().of(line.color) : 'transparent';
}

function timeAxis(source: ChartSource): uPlot.Axis {
  return {
    stroke: () => source.colors().of('pulse-ink-3'),
    font: axisFont,
    size: 24,
    gap: 6,
    space: 76,
    incrs: timeStepsMs,
    grid: { show: false },
    ticks: { show: false },
    values: (plot, times) => times.map((time) => (hasRoomForLabel(plot, time) ? clockTime(time) : '')),
  };
}

function valueAxis(source: ChartSource): uPlot.Axis {
  return {
    stroke: () => source.colors().of('pulse-ink-3'),
    font: axisFont,
    size: 58,
    gap: 8,
    // Nothing, half and all: enough to read a level, and calm.
    splits: (_plot, _axis, _min, max) => [0, max / 2, max],
    grid: { stroke: () => source.colors().of('pulse-line-soft'), width: 1 },
    ticks: { show: false },
    values: (_plot, values) => values.map((value) => source.formatValue(value)),
  };
}

// uPlot's own steps lack two minutes, the one that suits five minutes on half a screen.
const timeStepsMs = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);

const axisFont = `11px ${fontFamily}`;

/** A label is centred below its time, so at the edges half of it would be cut off. */
function hasRoomForLabel(plot: uPlot, time: number): boolean {
  const left = plot.valToPos(time, 'x');
  const width = plot.bbox.width / (window.devicePixelRatio || 1);
  return left >= 16 && left <= width - 20;
}

function clockTime(time: number): string {
  const date = new Date(time);
  const seconds = date.getSeconds();
  const minutes = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  return seconds === 0 ? minutes : `${minutes}:${twoDigits(seconds)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function withAlpha(hex: string, alpha: number): string {
  if (alpha >= 1 || !/^#[0-9a-f]{6}$/i.test(hex)) return hex;
  return `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
