import { describe, expect, it } from '@jest/globals';
import { mayResumeAfter } from './may-resume-after.js';

describe('mayResumeAfter', () => {
  it.each([1001, 1005, 1006, 1009, 3000, 4103, 4301])('expects a client back after %d', (code) => {
    expect(mayResumeAfter(code)).toBe(true);
  });

  it.each([1000, 1008, 1012, 4000, 4002, 4200, 4302])('expects nobody back after %d', (code) => {
    expect(mayResumeAfter(code)).toBe(false);
  });
});
