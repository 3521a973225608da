import { describe, expect, it } from '@jest/globals';
import { createCall, FakeHost } from '../testing/fake-host.spec-support.js';
import { END, SUBSCRIBED } from '../testing/subscription-setup.spec-support.js';
import { SubscriptionReplies } from './subscription-replies.js';

function setUp() {
  const host = new FakeHost();
  const held: (() => void)[] = [];
  const sink = {
    answer: (frame: string, onSent?: () => void) => {
      held.push(() => {
        host.outbox.send(frame);
        onSent?.();
      });
    },
  };
  const name = { call: createCall({ path: 'ticks' }), number: 7, startedAt: 0 };
  const replies = new SubscriptionReplies(host, host.session, sink, name);
  const release = (): void => {
    for (const send of held.splice(0)) send();
  };
  return { host, replies, release };
}

describe('SubscriptionReplies', () => {
  it('lets nothing pass an answer that waits for its batch', async () => {
    const { host, replies, release } = setUp();
    const order: string[] = [];
    replies.opened('run.0', 'fresh', () => order.push('sent'));
    expect([replies.isAnswered, replies.isAnswerSent, order]).toEqual([true, false, []]);
    replies.cancelled();
    expect(await host.said()).toEqual([]);
    release();
    expect(await host.said()).toEqual([SUBSCRIBED, END]);
    expect([replies.isAnswerSent, order]).toEqual([true, ['sent']]);
  });

  it('counts events as they leave, and says how many each stands for', async () => {
    const { host, replies } = setUp();
    replies.event({ kind: 'event', number: 3, cursor: 'run.3', data: '1', trackedId: undefined, conflated: 2 });
    expect(await host.said()).toEqual([
      '{"method":"rpc.next","params":{"subscription":7,"cursor":"run.3","conflated":2,"data":1}}',
    ]);
    expect([replies.eventCount, host.observer.counters.eventsSent]).toEqual([1, 1]);
  });

  it('answers a subscribe that was withdrawn', async () => {
    const { host, replies, release } = setUp();
    replies.cancelled();
    release();
    expect(JSON.parse((await host.said())[0] ?? '')).toMatchObject({ id: 1, error: { data: { code: 'CANCELLED' } } });
  });
});
