import type uPlot from 'uplot';
import { fontFamily } from '../theme/theme.js';
import type { ChartColors } from './chart-colors.js';
import type { Hole } from './holes.js';

/** Shades each hole over the grid and behind the lines, and says "No data" where the band is wide enough for the words. */
export function drawHoles(plot: uPlot, holes: readonly Hole[], colors: ChartColors): void {
  const { ctx, bbox } = plot;
  const pixelRatio = window.devicePixelRatio || 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const hole of holes) {
    const left = plot.valToPos(hole.from, 'x', true);
    const width = Math.max(pixelRatio, plot.valToPos(hole.to, 'x', true) - left);
    ctx.fillStyle = colors.of('pulse-hole');
    ctx.fillRect(left, bbox.top, width, bbox.height);
    if (width > 56 * pixelRatio) {
      ctx.fillStyle = colors.of('pulse-ink-3');
      ctx.font = `${11 * pixelRatio}px ${fontFamily}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillText('No data', left + width / 2, bbox.top + bbox.height / 2);
    }
  }
  ctx.restore();
}
