import { describe, expect, it } from '@jest/globals';
import type { ResumeLimits } from './subscription/run-shelf.js';
import { useHarness } from './testing/harness.spec-support.js';
import { createFeed } from './testing/kept-feed.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const LARGE = 'x'.repeat(900);

describe('What is kept for clients that may come back', () => {
  const harness = useHarness();

  async function serve(resume: Partial<ResumeLimits>) {
    const feed = createFeed();
    const { url } = await harness.serve({
      router: feed.router,
      createContext: ({ info }) => ({ user: info.connectionParams?.['user'] ?? null }),
      principal: ({ user }) => user,
      resume,
    });
    const open = (user: string): Promise<RawPeer> => harness.native(url, { connectionParams: { user } });
    /** Reads some events, and loses the connection. @returns the cursor before the first of them. */
    const readAndLeave = async (user: string, ...events: readonly unknown[]): Promise<string> => {
      const peer = await open(user);
      const { result } = await peer.call('live');
      feed.push(...events);
      for (const _event of events) await peer.notified('rpc.next');
      peer.socket.terminate();
      return (result as { cursor: string }).cursor;
    };
    /** What a resume is told first. */
    const resumeAt = async (user: string, after: string): Promise<string> => {
      const peer = await open(user);
      const { result } = await peer.call('live', { after });
      if ((result as { resumed: string }).resumed !== 'gap') return 'recovered';
      const { reason, dropped } = await peer.notified('rpc.gap');
      return dropped === undefined ? String(reason) : `${String(reason)} ${String(dropped)}`;
    };
    /** Waits until the server has seen that all of its peers but one are gone. */
    const settle = async (): Promise<void> => {
      const peer = await open('settler');
      for (let turn = 0; turn < 5; turn += 1) await peer.call('fine');
    };
    return { readAndLeave, resumeAt, settle };
  }

  it.each([
    ['count', { events: 2 }, 'trimmed 1'],
    ['size', { bytes: 2100 }, 'trimmed 1'],
  ] as const)('is bounded in its %s for each subscription', async (_name, limits, told) => {
    const { readAndLeave, resumeAt } = await serve(limits);
    expect(await resumeAt('ada', await readAndLeave('ada', LARGE, LARGE, LARGE))).toBe(told);
  });

  it('is bounded by maxKeptBytes for the whole server: who waits gives way to who reads', async () => {
    const { readAndLeave, resumeAt, settle } = await serve({ maxKeptBytes: 3200 });
    const first = await readAndLeave('ada', LARGE, LARGE);
    await settle();
    const second = await readAndLeave('eve', LARGE, LARGE);
    await settle();
    expect([await resumeAt('ada', first), await resumeAt('eve', second)]).toEqual(['restarted', 'recovered']);
  });

  it('is bounded by maxKeptBytesPerPeer for one principal, at the cost of nobody else', async () => {
    const { readAndLeave, resumeAt, settle } = await serve({ maxKeptBytesPerPeer: 2100 });
    const other = await readAndLeave('ada', LARGE, LARGE);
    await settle();
    const own = await readAndLeave('eve', LARGE, LARGE, LARGE, LARGE);
    await settle();
    expect([await resumeAt('ada', other), await resumeAt('eve', own)]).toEqual(['recovered', 'trimmed 2']);
  });

  it.each([
    ['maxRuns', ['ada', 'eve']],
    ['maxRunsPerPeer', ['ada', 'ada']],
  ] as const)('is bounded by %s in the number of runs that wait: the oldest goes', async (limit, [one, other]) => {
    const { readAndLeave, resumeAt, settle } = await serve({ [limit]: 1 });
    const first = await readAndLeave(one, 'a');
    await settle();
    const second = await readAndLeave(other, 'b');
    await settle();
    expect([await resumeAt(one, first), await resumeAt(other, second)]).toEqual(['restarted', 'recovered']);
  });
});
