import { describe, expect, it } from '@jest/globals';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import { createStage } from './testing/stage.spec-support.js';

describe('A deadline', () => {
  const harness = useHarness();

  it.each(['query', 'mutation', 'stubborn'])(
    'that passes answers a %s with TIMEOUT and aborts its signal',
    async (path) => {
      const { router, started, aborted, released } = createStage();
      const clock = new MovableClock();
      const { url } = await harness.serve({ router, clock, heartbeatMs: 0 });
      const peer = await harness.native(url);
      const id = peer.request(path, { deadlineMs: 250 });
      await started.opened;
      clock.advance(249);
      await peer.call('fine');
      expect(peer.untaken).toEqual([]);
      clock.advance(1);
      expect(await peer.answerTo(id)).toMatchObject({
        error: { code: -32_008, message: expect.stringContaining('250 ms'), data: { code: 'TIMEOUT' } },
      });
      expect(await aborted.opened).toMatchObject({ name: 'TimeoutError' });
      released.open();
      await peer.call('fine');
      expect(peer.untaken).toEqual([]);
    },
  );

  it('that does not pass leaves no timer behind', async () => {
    const { router } = createStage();
    const clock = new MovableClock();
    const { url } = await harness.serve({ router, clock, heartbeatMs: 0 });
    const peer = await harness.native(url);
    expect(await peer.call('fine', { deadlineMs: 250 })).toHaveProperty('result');
    expect(clock.pendingCount).toBe(0);
  });

  it.each([0, -1, 1.5, '5', null])('of %j is refused', async (deadlineMs) => {
    const { url } = await harness.serve({ router: createStage().router });
    const peer = await harness.native(url);
    expect(await peer.call('fine', { deadlineMs })).toMatchObject({ error: { data: { code: 'INVALID_PARAMS' } } });
  });
});

describe('An id that is in use', () => {
  const harness = useHarness();

  it.each(['query', 'waiting'])('closes a native connection when a %s has it', async (path) => {
    const { router, started } = createStage();
    const { url } = await harness.serve({ router });
    const peer = await harness.native(url);
    peer.request(path, {}, 5);
    await started.opened;
    peer.request('fine', {}, 5);
    expect((await peer.closed).code).toBe(4000);
    expect(peer.untaken.at(-1)).toMatchObject({ id: null, error: { message: 'The id 5 is in use.' } });
  });

  it('may be used again once it is answered', async () => {
    const { url } = await harness.serve({ router: createStage().router });
    const peer = await harness.native(url);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await peer.answerTo(peer.request('fine', {}, 5))).toHaveProperty('result');
    }
  });

  it('by a stock subscription refuses the second, and keeps the first', async () => {
    const { router } = createStage();
    const { url } = await harness.serve({ router });
    const peer = await harness.stock(url);
    const subscribe = { id: 5, method: 'subscription', params: { path: 'waiting' } };
    peer.send(subscribe, subscribe);
    expect(await peer.take(({ error }) => error !== undefined)).toMatchObject({
      id: 5,
      error: { message: 'Duplicate id 5', data: { code: 'BAD_REQUEST' } },
    });
    await peer.take(({ result }) => (result as { data?: unknown } | undefined)?.data === 1);
  });
});
