import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_BACK_OFF } from '@trunkline/protocol';
import { FakeClock } from '@trunkline/testing';
import type { Consumer } from '../subscriptions/consumer.js';
import { Subscription } from '../subscriptions/subscription.js';
import { SlowConsumers } from './slow-consumers.js';

const consumer: Consumer = {
  started: () => undefined,
  event: () => undefined,
  gap: () => undefined,
  interrupted: () => undefined,
  completed: () => undefined,
  failed: () => undefined,
};

describe('SlowConsumers', () => {
  let clock: FakeClock;
  let begunAt: number[];
  let slow: SlowConsumers;

  beforeEach(() => {
    clock = new FakeClock();
    begunAt = [];
    slow = new SlowConsumers(
      { clock, backOff: DEFAULT_BACK_OFF, random: () => 0.5 },
      { maySend: true, subscribe: () => begunAt.push(clock.now()) },
    );
  });

  const pauseOf = (subscription: Subscription): number => {
    const endedAt = clock.now();
    slow.add(subscription);
    clock.advance(20_000);
    return (begunAt.at(-1) ?? NaN) - endedAt;
  };

  it('waits longer each time, and begins anew after a good while', () => {
    const subscription = new Subscription('ticks', undefined, consumer, () => undefined);
    expect([1, 2, 3].map(() => pauseOf(subscription))).toEqual([125, 250, 500]);
    clock.advance(60_000);
    expect(pauseOf(subscription)).toBe(125);
  });

  it('passes over what has ended meanwhile, and waits for nothing once it is closed', () => {
    const ended = new Subscription('ticks', undefined, consumer, () => undefined);
    slow.add(ended);
    ended.stop();
    clock.advance(1000);
    slow.add(new Subscription('ticks', undefined, consumer, () => undefined));
    slow.close();
    expect([begunAt, clock.pendingCount]).toEqual([[], 0]);
  });
});
