import { describe, expect, it } from '@jest/globals';
import { groupByOutcome } from './group-by-outcome.js';

const table = (...rows: readonly string[]) =>
  rows.map((row) => {
    const [outcome = '', ...features] = row.split(' ').toReversed();
    return { outcome, features: features.toReversed() };
  });

describe('groupByOutcome', () => {
  it('names no feature where all is decided alike', () => {
    expect(groupByOutcome(table('a x stop', 'b x stop', 'a y stop', 'b y stop'))).toEqual([
      { when: '', outcome: 'stop' },
    ]);
  });

  it('names the one feature that matters', () => {
    expect(groupByOutcome(table('a x stop', 'b x stop', 'a y go', 'b y go'))).toEqual([
      { when: 'x', outcome: 'stop' },
      { when: 'y', outcome: 'go' },
    ]);
  });

  it('tells case by case what is no product of values', () => {
    expect(groupByOutcome(table('a x stop', 'b x stop', 'a y stop', 'b y go'))).toEqual([
      { when: 'a; or b, x', outcome: 'stop' },
      { when: 'b, y', outcome: 'go' },
    ]);
  });
});
