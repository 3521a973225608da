import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { Liveness } from './liveness.js';

describe('Liveness', () => {
  let clock: FakeClock;
  let liveness: Liveness;
  let isBusy: boolean;
  let log: string[];

  beforeEach(() => {
    clock = new FakeClock();
    isBusy = true;
    log = [];
    const actions = {
      isBusy: () => isBusy,
      ping: () => log.push('ping'),
      gaveUp: (silentMs: number) => log.push(`gave up after ${silentMs}`),
    };
    liveness = new Liveness(clock, { silenceMs: 2500, answerMs: 2500 }, actions);
  });

  it('asks after silence, and gives up when nothing comes', () => {
    liveness.watch();
    clock.advance(2499);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['ping']);
    clock.advance(2500);
    expect(log).toEqual(['ping', 'gave up after 5000']);
    expect(clock.pendingCount).toBe(0);
  });

  it('asks after each silence, however long an answer may take', () => {
    isBusy = true;
    const pingedAt: number[] = [];
    const patient = new Liveness(
      clock,
      { silenceMs: 1000, answerMs: 10_000 },
      {
        isBusy: () => true,
        ping: () => pingedAt.push(clock.now()),
        gaveUp: (silentMs) => log.push(`gave up after ${silentMs}`),
      },
    );
    patient.watch();
    const beganAt = clock.now();
    for (let count = 0; count < 300; count += 1) {
      clock.advance(10);
      if (pingedAt.at(-1) === clock.now()) patient.heard();
    }
    expect(pingedAt.map((at) => at - beganAt)).toEqual([1000, 2000, 3000]);
    clock.advance(10_999);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['gave up after 11000']);
  });

  it('takes any sign of life for an answer', () => {
    liveness.watch();
    clock.advance(4000);
    liveness.heard();
    clock.advance(1000);
    expect(log).toEqual(['ping']);
    clock.advance(1499);
    expect(log).toEqual(['ping']);
    clock.advance(1);
    expect(log).toEqual(['ping', 'ping']);
  });

  it('takes an answer within the same millisecond for one', () => {
    liveness.watch();
    clock.advance(2500);
    liveness.heard();
    clock.advance(2500);
    expect(log).toEqual(['ping', 'ping']);
  });

  it('asks nothing while messages come', () => {
    liveness.watch();
    for (let count = 0; count < 20; count += 1) {
      clock.advance(1000);
      liveness.heard();
    }
    expect(log).toEqual([]);
  });

  it('rests when nothing is due, and wakes with the next call', () => {
    liveness.watch();
    isBusy = false;
    clock.advance(60_000);
    expect(log).toEqual([]);
    expect(clock.pendingCount).toBe(0);
    isBusy = true;
    liveness.watch();
    clock.advance(2500);
    expect(log).toEqual(['ping']);
  });

  it('asks at once when told to check, also while nothing is due', () => {
    isBusy = false;
    liveness.check();
    expect(log).toEqual(['ping']);
    clock.advance(2500);
    expect(log).toEqual(['ping', 'gave up after 2500']);
  });

  it('asks once more when its own timer was held up, because the answer may wait unread, but not again', () => {
    // A process that slept: the timer that was due at 2.5 s runs at 10 s.
    const late = { now: 0, due: undefined as (() => void) | undefined };
    const actions = { isBusy: () => true, ping: () => log.push('ping'), gaveUp: () => log.push('gave up') };
    const slept = new Liveness(
      {
        now: () => late.now,
        schedule: (_delayMs, action) => {
          late.due = action;
          return () => undefined;
        },
      },
      { silenceMs: 2500, answerMs: 2500 },
      actions,
    );
    slept.check();
    late.now = 10_000;
    late.due?.();
    expect(log).toEqual(['ping', 'ping']);
    late.now = 72_500;
    late.due?.();
    expect(log).toEqual(['ping', 'ping', 'gave up']);
  });
});
