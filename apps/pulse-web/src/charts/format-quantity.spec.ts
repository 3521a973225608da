import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatBytesPerSecond, formatLoad, formatPercent } from './format-quantity.js';

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [0.42, '0.4%'],
    [9.96, '10%'],
    [50, '50%'],
    [99.6, '100%'],
  ])('writes %p as %p', (percent, words) => expect(formatPercent(percent)).toBe(words));
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KiB'],
    [1536, '1.5 KiB'],
    [1023.9 * 1024, '1 MiB'],
    [25_268_768_768, '23.5 GiB'],
  ])('writes %p as %p', (bytes, words) => expect(formatBytes(bytes)).toBe(words));
});

describe('formatBytesPerSecond', () => {
  it('counts in thousands, so that axis labels are round', () => {
    expect(formatBytesPerSecond(20_000)).toBe('20 kB/s');
    expect(formatBytesPerSecond(1_250_000)).toBe('1.3 MB/s');
  });
});

describe('formatLoad', () => {
  it('writes two digits after the point', () => expect(formatLoad(0.5)).toBe('0.50'));
});
