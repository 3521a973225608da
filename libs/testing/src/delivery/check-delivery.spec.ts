import { describe, expect, it } from '@jest/globals';
import { checkDelivery } from './check-delivery.js';

describe('checkDelivery', () => {
  it('judges events, mutations and queries of one run together', () => {
    const violations = checkDelivery({
      streams: [{ name: 's', first: 1, last: 2 }],
      observations: [
        { client: 'a', stream: 's', items: [{ type: 'event', number: 2 }] },
        { client: 'b', stream: 's', items: [{ type: 'event', number: 1 }] },
        { client: 'c', stream: 't', items: [] },
      ],
      calls: [{ client: 'a', key: 'k', outcome: { type: 'pending' } }],
      effects: [],
      queries: [{ client: 'a', name: 'q', expected: 1, outcome: { type: 'answered', answer: 2 } }],
    });
    expect(violations.map(({ kind }) => kind)).toEqual(['stalled', 'unknown-stream', 'unanswered', 'wrong-answer']);
  });
});
