import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { type BudgetDecision, MessageBudget, refillTokens } from './message-budget.js';

function setUp(maxMessagesPerSecond: number, maxMessageBurst: number) {
  const clock = new FakeServerClock();
  const budget = new MessageBudget(clock, { maxMessagesPerSecond, maxMessageBurst });
  const count = (times: number): BudgetDecision[] => Array.from({ length: times }, () => budget.count());
  return { clock, count };
}

describe('refillTokens', () => {
  it('adds at the pace and keeps no more than the burst', () => {
    expect(refillTokens(0, 500, { maxMessagesPerSecond: 10, maxMessageBurst: 20 })).toBe(5);
    expect(refillTokens(19, 500, { maxMessagesPerSecond: 10, maxMessageBurst: 20 })).toBe(20);
  });

  it('takes nothing away when the clock was set back', () => {
    expect(refillTokens(7, -60_000, { maxMessagesPerSecond: 10, maxMessageBurst: 20 })).toBe(7);
  });
});

describe('MessageBudget', () => {
  it('takes a burst, refuses what is over it, and calls as much again far over', () => {
    const { count } = setUp(10, 3);
    expect(count(8)).toEqual(['taken', 'taken', 'taken', 'over', 'over', 'over', 'far-over', 'far-over']);
  });

  it('takes the next messages at the pace', () => {
    const { clock, count } = setUp(10, 3);
    count(4);
    clock.advance(99);
    expect(count(1)).toEqual(['over']);
    clock.advance(1);
    expect(count(2)).toEqual(['taken', 'over']);
    clock.advance(10_000);
    expect(count(4)).toEqual(['taken', 'taken', 'taken', 'over']);
  });

  it('never sends away who stays below twice the pace', () => {
    const { clock, count } = setUp(10, 3);
    const decisions = new Set<BudgetDecision>();
    for (let round = 0; round < 1000; round += 1) {
      clock.advance(60);
      for (const decision of count(1)) decisions.add(decision);
    }
    expect([...decisions].toSorted()).toEqual(['over', 'taken']);
  });

  it('has no limit at a pace of 0', () => {
    expect(new Set(setUp(0, 1).count(100_000))).toEqual(new Set(['taken']));
  });

  it('never takes more in any time than the burst and what the pace gives', () => {
    const size = fc.integer({ min: 1, max: 50 });
    const pauses = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 200 });
    fc.assert(
      fc.property(size, size, pauses, (perSecond, burst, delays) => {
        const { clock, count } = setUp(perSecond, burst);
        let elapsedMs = 0;
        let takenCount = 0;
        for (const delayMs of delays) {
          clock.advance(delayMs);
          elapsedMs += delayMs;
          if (count(1)[0] === 'taken') takenCount += 1;
        }
        expect(takenCount).toBeLessThanOrEqual(burst + Math.ceil((elapsedMs * perSecond) / 1000));
      }),
    );
  });
});
