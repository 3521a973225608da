import { describe, expect, it, jest } from '@jest/globals';
import type { Clock } from '@trunkline/protocol';
import { FakeClock } from '@trunkline/testing';
import { Patience } from './patience.js';

describe('Patience', () => {
  it('ends after its time', () => {
    const clock = new FakeClock();
    const onEnd = jest.fn();
    const patience = new Patience(250, clock, onEnd);
    clock.advance(249);
    expect(onEnd).not.toHaveBeenCalled();
    clock.advance(1);
    expect(onEnd).toHaveBeenCalledTimes(1);
    patience.stop();
  });

  it('counts a long pause of this process as one slice', () => {
    const waiting: (() => void)[] = [];
    const onEnd = jest.fn();
    // A clock whose timers fire when the process gets round to them.
    const slow: Clock = { now: () => 0, schedule: (_, action) => (waiting.push(action), () => undefined) };
    const patience = new Patience(300, slow, onEnd);
    waiting.shift()?.();
    waiting.shift()?.();
    expect(onEnd).not.toHaveBeenCalled();
    waiting.shift()?.();
    expect(onEnd).toHaveBeenCalledTimes(1);
    patience.stop();
  });

  it('does not end once it was stopped', () => {
    const clock = new FakeClock();
    const onEnd = jest.fn();
    const patience = new Patience(250, clock, onEnd);
    clock.advance(150);
    patience.stop();
    clock.advance(1000);
    expect(onEnd).not.toHaveBeenCalled();
  });
});
