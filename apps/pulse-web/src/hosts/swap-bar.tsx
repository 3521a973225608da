import type { StoredSample } from '@trunkline/pulse-client';
import { formatBytes, formatPercent } from '../charts/format-quantity.js';

/** How full the swap space is now; says so where there is none. */
export function SwapBar({ memory }: Pick<StoredSample, 'memory'>) {
  const { swapTotalBytes, swapUsedBytes } = memory;
  if (swapTotalBytes === 0) return <div className="cores">No swap space</div>;
  const percent = (swapUsedBytes / swapTotalBytes) * 100;
  const words = `${formatBytes(swapUsedBytes)} of ${formatBytes(swapTotalBytes)}`;
  return (
    <div className="cores figures">
      <span>Swap</span>
      <div className="cores__bars" role="img" aria-label={`Swap ${formatPercent(percent)}, ${words}`}>
        <span className="cores__bar" title={words}>
          <span className="cores__fill cores__fill--memory" style={{ width: `${percent}%` }} />
        </span>
      </div>
    </div>
  );
}
