/** A share of 0 to 100 as `42%`, or `0.4%` where the whole number would hide it. */
export function formatPercent(percent: number): string {
  return percent > 0 && percent < 9.95 && !Number.isInteger(percent)
    ? `${percent.toFixed(1)}%`
    : `${Math.round(percent)}%`;
}

/** Memory and disks, in the binary units they are built in: `640 B`, `1.5 KiB`, `15.6 GiB`. */
export function formatBytes(bytes: number): string {
  return formatInUnits(bytes, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
}

/** Network traffic, in the decimal units that links are sold in: `640 B/s`, `1.5 MB/s`. */
export function formatBytesPerSecond(bytesPerSecond: number): string {
  return `${formatInUnits(bytesPerSecond, 1000, ['B', 'kB', 'MB', 'GB', 'TB'])}/s`;
}

/** A load average, two digits after the point as `uptime` prints it. */
export function formatLoad(load: number): string {
  return load.toFixed(2);
}

function formatInUnits(amount: number, base: number, units: readonly string[]): string {
  let value = Math.max(0, amount);
  let unit = 0;
  // From 999.5 on three digits would be four.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= base;
    unit += 1;
  }
  return `${unit === 0 ? Math.round(value) : threeDigits(value)} ${units[unit]}`;
}

function threeDigits(value: number): string {
  return value >= 99.95 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
}
