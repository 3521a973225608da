import { describe, expect, it } from '@jest/globals';
import { describeShortage, readOpenFileLimit } from './open-file-limit.js';

describe('describeShortage', () => {
  it('says what is missing and what to do', () => {
    expect(describeShortage(1024, 10_000)).toContain(
      'A process may open 1024 files here, and 10000 connections need 10100.',
    );
    expect(describeShortage(1024, 10_000)).toContain('ulimit');
  });

  it('says nothing when there is room', () => {
    expect(describeShortage(10_100, 10_000)).toBeUndefined();
    expect(describeShortage(Number.POSITIVE_INFINITY, 10_000)).toBeUndefined();
  });
});

describe('readOpenFileLimit', () => {
  it('gives a number', () => {
    expect(readOpenFileLimit()).toBeGreaterThan(0);
  });
});
