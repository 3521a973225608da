import { memo } from 'react';
import { type SparklineValue, sparklinePath } from './sparkline-path.js';

interface SparklineProps {
  readonly values: readonly SparklineValue[];
  /** How many points the full width holds, so that a young host's line starts at the right. */
  readonly slotCount: number;
  /** A CSS colour, usually a variable of the theme. */
  readonly color: string;
  readonly top?: number;
}

const width = 96;
const height = 18;

/** A line of a word's size. It repeats a number that stands beside it, so it is hidden from screen readers. */
export const Sparkline = memo(function Sparkline({ values, slotCount, color, top = 100 }: SparklineProps) {
  const path = sparklinePath(values, slotCount, { width, height, top });
  return (
    <svg
      className="sparkline"
      viewBox={`0 -1 ${width} ${height + 2}`}
      width={width}
      height={height + 2}
      preserveAspectRatio="none"
      aria-hidden
    >
      <line x1={0} x2={width} y1={height} y2={height} className="sparkline__base" />
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth={1.4}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
});
