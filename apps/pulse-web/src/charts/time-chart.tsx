import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { ChartColors } from './chart-colors.js';
import { type ChartLine, createChartOptions } from './chart-options.js';
import type { Hole, TimeRange } from './holes.js';
import './time-chart.css';

export interface TimeChartProps {
  /** What a screen reader says in place of the picture. */
  readonly label: string;
  readonly lines: readonly ChartLine[];
  /** The times, then the values of each line; null where a line breaks. */
  readonly data: uPlot.AlignedData;
  readonly range: TimeRange;
  readonly holes: readonly Hole[];
  readonly leastTop: number;
  readonly formatValue: (value: number) => string;
  /** The index of the moment under the pointer, on whichever chart of the page it is; null when it left. */
  readonly onCursor: (index: number | null) => void;
}

/** The element that holds a plot; the plot can be read from it, as the end-to-end specs do. */
export interface ChartElement extends HTMLDivElement {
  plot?: uPlot;
}

const heightPx = 148;

/** Lines over time. The plot is made once and handed new data; only other lines make another plot. */
export function TimeChart(props: TimeChartProps) {
  const element = useRef<ChartElement>(null);
  const latest = useRef(props);
  const colors = useRef<ChartColors | null>(null);
  const scheme = useComputedColorScheme('light');
  const { data, range, holes, lines } = props;
  const linesKey = lines.map((line) => `${line.label} ${line.color}`).join();

  useLayoutEffect(() => {
    latest.current = props;
  });

  // biome-ignore lint: linesKey stands for what is read of props.
  useLayoutEffect(() => {
    const holder = element.current;
    if (!holder) return;
    const source = {
      colors: () => (colors.current ??= new ChartColors(holder)),
      range: () => latest.current.range,
      holes: () => latest.current.holes,
      formatValue: (value: number) => latest.current.formatValue(value),
      leastTop: () => latest.current.leastTop,
      cursorMoved: (index: number | null) => latest.current.onCursor(index),
    };
    const size = { width: holder.clientWidth || 320, height: heightPx };
    const plot = new uPlot(createChartOptions(latest.current.lines, source, size), latest.current.data, holder);
    holder.plot = plot;
    const resized = new ResizeObserver(() => {
      if (holder.clientWidth > 0) plot.setSize({ width: holder.clientWidth, height: heightPx });
    });
    resized.observe(holder);
    return () => {
      resized.disconnect();
      plot.destroy();
      delete holder.plot;
    };
  }, [linesKey]);

  useLayoutEffect(() => {
    // The range and the holes are asked for while the plot draws what it is given here.
    if (range && holes) element.current?.plot?.setData(data);
  }, [data, range, holes]);

  useEffect(() => {
    colors.current = null;
    if (scheme) element.current?.plot?.redraw(true, true);
  }, [scheme]);

  return <div ref={element} className="time-chart" role="img" aria-label={props.label} />;
}
