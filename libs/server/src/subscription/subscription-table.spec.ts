import { describe, expect, it } from '@jest/globals';
import { createCall, FakeHost } from '../testing/fake-host.spec-support.js';
import { Subscription } from './subscription.js';
import { SubscriptionTable } from './subscription-table.js';

const host = new FakeHost({ run: () => new Promise(() => undefined) });

function subscriptionOf(id: number | string, number: number): Subscription {
  return new Subscription(host, createCall({ id, path: 'ticks' }), number, host.session, host.sink);
}

describe('SubscriptionTable', () => {
  it('finds a subscription by its call and by its number', () => {
    const table = new SubscriptionTable();
    const subscription = subscriptionOf('a', 17);
    table.add(subscription);
    expect(table.has('a')).toBe(true);
    expect(table.findByCall('a')).toBe(subscription);
    expect(table.findByNumber(17)).toBe(subscription);
    expect(table.count).toBe(1);
  });

  it('tells an id that is a number from the same one as a string', () => {
    const table = new SubscriptionTable();
    table.add(subscriptionOf(1, 1));
    expect(table.has('1')).toBe(false);
    expect(table.findByCall('1')).toBeUndefined();
  });

  it('forgets a subscription under both of its names', () => {
    const table = new SubscriptionTable();
    const subscription = subscriptionOf(1, 17);
    table.add(subscription);
    table.delete(subscription);
    table.delete(subscription);
    expect(table.has(1)).toBe(false);
    expect(table.findByNumber(17)).toBeUndefined();
    expect(table.count).toBe(0);
  });

  it('keeps the id of a later subscription when an earlier one of that id ends', () => {
    const table = new SubscriptionTable();
    const earlier = subscriptionOf(1, 1);
    const later = subscriptionOf(1, 2);
    table.add(earlier);
    table.add(later);
    table.delete(earlier);
    expect(table.findByCall(1)).toBe(later);
    expect(table.count).toBe(1);
  });

  it('abandons each subscription once, although each takes itself out on the way', () => {
    const signals: AbortSignal[] = [];
    const host = new FakeHost({
      run: ({ signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    const subscriptions = [1, 2, 3].map(
      (number) => new Subscription(host, createCall({ id: number, path: 'ticks' }), number, host.session, host.sink),
    );
    for (const subscription of subscriptions) {
      host.subscriptions.add(subscription);
      subscription.start();
    }
    host.subscriptions.abandonAll();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
    expect(host.subscriptions.count).toBe(0);
    expect(host.endedCount).toBe(3);
  });
});
