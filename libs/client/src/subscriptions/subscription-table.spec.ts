import { beforeEach, describe, expect, it } from '@jest/globals';
import { localError } from '../errors/trunkline-error.js';
import { CallbackConsumer } from './callback-consumer.js';
import type { Subscription } from './subscription.js';
import { SubscriptionTable } from './subscription-table.js';

describe('SubscriptionTable', () => {
  const cause = localError('CONNECTION_CLOSED', 'Cut.', { outcome: 'connection-lost' });
  const server = {
    grant: () => undefined,
    release: () => undefined,
    unsubscribe: (subscription: Subscription) => void log.push(`unsubscribe ${subscription.path}`),
  };
  let table: SubscriptionTable;
  let log: string[];

  beforeEach(() => {
    table = new SubscriptionTable();
    log = [];
  });

  function add(path: string): Subscription {
    const callbacks = {
      onError: (error: { code: string }) => log.push(`${path} ${error.code}`),
      onComplete: () => log.push(`${path} complete`),
    };
    const consumer = new CallbackConsumer(
      callbacks,
      () => undefined,
      () => undefined,
    );
    return table.add(path, undefined, consumer);
  }

  const waiting = (): string[] => [...table.waiting()].map(({ path }) => path);

  it('knows which subscriptions no connection serves', () => {
    const a = add('a');
    add('b');
    a.asked(server);
    expect(waiting()).toEqual(['b']);
    table.connectionLost(cause, server);
    expect(waiting()).toEqual(['a', 'b']);
  });

  it('forgets what has ended, whoever ended it', () => {
    const [a, b, c] = [add('a'), add('b'), add('c')];
    for (const subscription of [a, b, c]) subscription.asked(server);
    a.stop();
    b.completed();
    c.failed(cause);
    expect(table.size).toBe(0);
    expect(log).toEqual(['unsubscribe a', 'b complete', 'c CONNECTION_CLOSED']);
  });

  it('fails all of them for good', () => {
    add('a');
    add('b').asked(server);
    table.failAll(cause);
    expect(log).toEqual(['a CONNECTION_CLOSED', 'b CONNECTION_CLOSED']);
    expect(table.size).toBe(0);
  });

  it('stops all of them: the server is told, and whoever reads comes to a regular end', () => {
    add('a');
    add('b').asked(server);
    table.stopAll();
    expect(log).toEqual(['a complete', 'unsubscribe b', 'b complete']);
    expect(table.size).toBe(0);
  });
});
