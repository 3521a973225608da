import { describe, expect, it } from '@jest/globals';
import { checkDelivery } from './check-delivery.js';
import { DeliveryRecorder } from './delivery-recorder.js';

describe('DeliveryRecorder', () => {
  it('writes down what the checker judges', async () => {
    const recorder = new DeliveryRecorder();
    const see = recorder.observe('a', 'ticks', { startsAt: 1 });
    see({ type: 'event', number: recorder.publish('ticks') });
    see({ type: 'event', number: recorder.publish('ticks') });
    recorder.effect('k1', 7);
    await recorder.call('a', 'k1', Promise.resolve(7), () => ({ type: 'pending' }));
    await recorder.call('a', 'k2', Promise.reject(new Error('no')), () => ({
      type: 'failed',
      code: 'NO',
      effect: 'none',
    }));
    await recorder.query({ client: 'a', name: 'q', expected: 3 }, Promise.resolve(3), () => ({ type: 'pending' }));
    expect(checkDelivery(recorder.record)).toEqual([]);
    expect(recorder.record).toMatchObject({
      streams: [{ name: 'ticks', first: 1, last: 2 }],
      observations: [{ client: 'a', startsAt: 1 }],
      calls: [{ outcome: { type: 'answered', answer: 7 } }, { outcome: { code: 'NO' } }],
      queries: [{ name: 'q', outcome: { type: 'answered', answer: 3 } }],
    });
    expect(recorder.lastOf('ticks')).toBe(2);
  });

  it('keeps a call without an answer as one', () => {
    const recorder = new DeliveryRecorder();
    void recorder.call('a', 'k', new Promise(() => undefined), () => ({ type: 'pending' }));
    expect(checkDelivery(recorder.record)).toMatchObject([{ kind: 'unanswered', key: 'k' }]);
  });
});
