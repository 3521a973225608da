import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from './limits.js';

const source = readFileSync(new URL('limits.ts', import.meta.url), 'utf8');

describe('DEFAULT_LIMITS', () => {
  it.each(Object.entries(DEFAULT_LIMITS))('sets %s to %d, as its comment says', (name, limit) => {
    const comment = new RegExp(`@default (\\d+) \\*/\\s+readonly ${name}:`).exec(source);
    expect(Number(comment?.[1])).toBe(limit);
  });
});
