import { formatPercent } from '../charts/format-quantity.js';

/** How busy each core is now, as a row of small bars. */
export function CoreBars({ percents }: { readonly percents: readonly number[] }) {
  const words = percents.map((percent, core) => `core ${core + 1} ${formatPercent(percent)}`).join(', ');
  return (
    <div className="cores">
      <span>{percents.length === 1 ? '1 core' : `${percents.length} cores`}</span>
      <div className="cores__bars" role="img" aria-label={words}>
        {percents.map((percent, core) => (
          // biome-ignore lint: a core is known by its place alone.
          <span className="cores__bar" key={core} title={`Core ${core + 1}: ${formatPercent(percent)}`}>
            <span className="cores__fill" style={{ width: `${percent}%` }} />
          </span>
        ))}
      </div>
    </div>
  );
}
