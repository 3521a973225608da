import type { ReactNode } from 'react';
import type { ChartLine } from '../charts/chart-options.js';
import { TimeChart } from '../charts/time-chart.js';
import { chartColumns, type ReadValue } from './chart-data.js';
import type { Frame } from './use-frame.js';
import './metric-card.css';

/** One line of a metric: how it looks and what it reads. */
export interface MetricLine extends ChartLine {
  readonly read: ReadValue;
}

interface MetricCardProps {
  readonly title: string;
  readonly frame: Frame;
  readonly lines: readonly MetricLine[];
  readonly leastTop: number;
  readonly formatValue: (value: number) => string;
  /** The numbers beside the title: of now, or of the moment under the pointer. */
  readonly reading: ReactNode;
  readonly footer?: ReactNode;
  readonly onCursor: (index: number | null) => void;
}

export function MetricCard(props: MetricCardProps) {
  const { title, frame, lines } = props;
  return (
    <section className="card metric-card" aria-label={title}>
      <header className="metric-card__head">
        <h3 className="card__title">{title}</h3>
        <div className="metric-card__reading figures">{props.reading}</div>
      </header>
      <TimeChart
        label={`${title} over time`}
        lines={lines}
        data={chartColumns(
          frame.points,
          frame.drawn,
          lines.map((line) => line.read),
        )}
        range={frame.range}
        holes={frame.holes}
        leastTop={props.leastTop}
        formatValue={props.formatValue}
        onCursor={props.onCursor}
      />
      {props.footer}
    </section>
  );
}

interface ReadingProps {
  readonly value: string;
  readonly note?: string;
  /** A colour variable, when the number needs a key to its line. */
  readonly color?: string;
}

/** One number of a card's head. */
export function Reading({ value, note, color }: ReadingProps) {
  return (
    <span className="reading">
      {color ? <span className="reading__key" style={{ background: `var(--${color})` }} aria-hidden /> : null}
      {note && color ? <span className="reading__note">{note}</span> : null}
      <span className="reading__value">{value}</span>
      {note && !color ? <span className="reading__note">{note}</span> : null}
    </span>
  );
}
