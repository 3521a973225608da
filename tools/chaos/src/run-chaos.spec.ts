import { describe, expect, it } from '@jest/globals';
import { Dice } from '@trunkline/testing';
import { planFaults } from './fault-plan.js';
import { runChaos } from './run-chaos.js';
import { runMany } from './run-many.js';

const TIMEOUT_MS = 60_000;

describe('the chaos runner', () => {
  it(
    'finds every promise kept in a few storms',
    async () => {
      const lines: string[] = [];
      const isKept = await runMany({ firstSeed: 1, runCount: 8, only: [], tell: (line) => lines.push(line) });
      expect(isKept ? [] : lines).toEqual([]);
      expect(lines.at(-1)).toMatch(/^chaos: 0 problems in/);
    },
    TIMEOUT_MS,
  );

  it(
    'has something to judge: events, gaps and mutations',
    async () => {
      const { counts, violations } = await runChaos({ seed: 3 });
      expect(violations).toEqual([]);
      expect(counts.events).toBeGreaterThan(100);
      expect(counts.overflow + counts.restarted + counts.recovered).toBeGreaterThan(0);
      expect(counts.answered).toBeGreaterThan(5);
    },
    TIMEOUT_MS,
  );
});

describe('a server that is killed and started again', () => {
  it(
    'runs no mutation twice and tells nobody anything untrue, because what it remembers outlives it',
    async () => {
      const { counts, violations } = await runChaos({ seed: 20, only: ['cut', 'cut-in-answer'] });
      expect(violations).toEqual([]);
      expect(counts.killed).toBeGreaterThan(0);
      expect(counts.answered).toBeGreaterThan(5);
    },
    TIMEOUT_MS,
  );
});

describe('a network that cuts answers in parts', () => {
  it(
    'leaves every text whole, and gives the answer of a mutation again',
    async () => {
      const reports = await Promise.all([21, 25].map((seed) => runChaos({ seed, only: ['cut-in-answer'] })));
      expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
      expect(reports.every(({ counts }) => counts.texts > 0 && counts.replayed > 0)).toBe(true);
    },
    TIMEOUT_MS,
  );
});

describe('credentials that end and are withdrawn', () => {
  it(
    'cost no event and no mutation',
    async () => {
      const only = ['revoke', 'void-credentials', 'cut'];
      const reports = await Promise.all([1, 2, 3, 4].map((seed) => runChaos({ seed, only })));
      expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
      expect(reports.reduce((sum, { counts }) => sum + counts.expired, 0)).toBeGreaterThan(0);
      expect(reports.reduce((sum, { counts }) => sum + counts.revoked, 0)).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );
});

describe('a network that only cuts', () => {
  it(
    'leaves no mutation unknown, because the server still has its answer',
    async () => {
      const reports = await Promise.all([11, 12, 13].map((seed) => runChaos({ seed, only: ['cut', 'cut-in-frame'] })));
      expect(reports.flatMap(({ violations }) => violations)).toEqual([]);
      expect(reports.map(({ counts }) => counts.unknown)).toEqual([0, 0, 0]);
      expect(reports.every(({ counts }) => counts.recovered > 0)).toBe(true);
    },
    TIMEOUT_MS,
  );
});

describe('planFaults', () => {
  it('repeats itself for the same seed, and keeps to what is asked for', () => {
    expect(planFaults(new Dice(5), 4, [])).toEqual(planFaults(new Dice(5), 4, []));
    const faults = planFaults(new Dice(5), 4, ['cut', 'crash']).map(({ fault }) => fault);
    expect(faults.every((fault) => fault === 'cut' || fault === 'crash')).toBe(true);
    expect(planFaults(new Dice(5), 4, ['cut'], ['crash']).map(({ fault }) => fault)).toContain('crash');
  });
});
