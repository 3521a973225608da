import type { DrawnTimes } from '../charts/holes.js';
import type { Point } from './point.js';

/** Reads one line's value from a point; null where the point does not know it. */
export type ReadValue = (point: Point) => number | null;

/** The columns of a chart: times first, then one column for each reader, null in holes. */
export function chartColumns(
  points: readonly Point[],
  drawn: DrawnTimes,
  readers: readonly ReadValue[],
): [number[], ...(number | null)[][]] {
  const column = (read: ReadValue) =>
    drawn.momentIndices.map((index) => {
      const point = index === null ? undefined : points[index];
      return point ? read(point) : null;
    });
  return [[...drawn.times], ...readers.map(column)];
}

/** The point under the pointer, or the newest while it is elsewhere or over a hole's middle. */
export function pointAt(points: readonly Point[], drawn: DrawnTimes, cursorIndex: number | null): Point | undefined {
  const momentIndex = cursorIndex === null ? null : (drawn.momentIndices[cursorIndex] ?? null);
  return momentIndex === null ? points.at(-1) : points[momentIndex];
}
