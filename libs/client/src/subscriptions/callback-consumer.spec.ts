import { describe, expect, it } from '@jest/globals';
import { localError } from '../errors/trunkline-error.js';
import { CallbackConsumer, type SubscriptionCallbacks } from './callback-consumer.js';
import { Subscription } from './subscription.js';

describe('CallbackConsumer', () => {
  const error = localError('CLIENT_CLOSED', 'Over.', { outcome: 'not-sent' });

  function create(callbacks: SubscriptionCallbacks<unknown>) {
    const log: string[] = [];
    const consumer = new CallbackConsumer(
      callbacks,
      (thrown) => log.push(String(thrown)),
      () => log.push('ended'),
    );
    return { consumer, log };
  }

  it('says that an event was taken after its callback returned, also when it threw', () => {
    const order: string[] = [];
    const { consumer, log } = create({
      onData: (event) => {
        order.push(`data ${String(event)}`);
        if (event === 2) throw new Error('No.');
      },
    });
    const subscription = new Subscription('a', undefined, consumer, () => undefined);
    subscription.taken = () => void order.push('taken');
    consumer.subscription = subscription;
    consumer.event(1);
    consumer.event(2);
    expect(order).toEqual(['data 1', 'taken', 'data 2', 'taken']);
    expect(log).toEqual(['Error: No.']);
  });

  it('reports whatever any callback throws, and tells of the end first', () => {
    const fail = (): never => {
      throw new Error('No.');
    };
    const { consumer, log } = create({ onStarted: fail, onGap: fail, onError: fail, onComplete: fail });
    consumer.started('fresh');
    consumer.gap({ reason: 'overflow', dropped: 1 });
    consumer.interrupted();
    consumer.failed(error);
    consumer.completed();
    const no = 'Error: No.';
    expect(log).toEqual([no, no, 'ended', no, 'ended', no]);
  });

  it('needs none of the callbacks', () => {
    const { consumer, log } = create({});
    consumer.started('fresh');
    consumer.event(1);
    consumer.gap({ reason: 'overflow', dropped: 1 });
    consumer.failed(error);
    expect(log).toEqual(['ended']);
  });
});
