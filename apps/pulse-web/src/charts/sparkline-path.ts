/** A value, or null where there was no sample. */
export type SparklineValue = number | null;

export interface SparklineSize {
  readonly width: number;
  readonly height: number;
  /** The value at the top edge; the bottom edge is 0. */
  readonly top: number;
}

/** The `d` of an SVG path through `values`, the newest at the right edge; a null lifts the pen. */
export function sparklinePath(values: readonly SparklineValue[], slotCount: number, size: SparklineSize): string {
  const step = size.width / Math.max(1, slotCount - 1);
  const firstSlot = slotCount - values.length;
  const commands: string[] = [];
  let isPenDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isPenDown = false;
      return;
    }
    const x = round((firstSlot + index) * step);
    const y = round(size.height - (Math.min(Math.max(value, 0), size.top) / size.top) * size.height);
    commands.push(`${isPenDown ? 'L' : 'M'}${x} ${y}`);
    isPenDown = true;
  });
  return commands.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
