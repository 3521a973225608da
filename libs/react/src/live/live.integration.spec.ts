import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { initTRPC, tracked } from '@trpc/server';
import { createClient, type TrunklineClient } from '@trunkline/client';
import { type ServerClock, type Serving, serve, systemClock } from '@trunkline/server';
import { useConnection } from '../connection/use-connection.js';
import { windowOf } from './fold.js';
import { useLive } from './use-live.js';

const t = initTRPC.create();

const router = t.router({
  count: t.procedure
    .input((value: unknown) => value as { from: number; lastEventId?: string })
    .subscription(async function* ({ input, signal }) {
      const first = input.lastEventId === undefined ? input.from : Number(input.lastEventId) + 1;
      for (let number = first; number < first + 3; number += 1) yield tracked(String(number), { number });
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    }),
});

describe('The hooks on a real connection', () => {
  let serving: Serving;
  let client: TrunklineClient<typeof router>;

  // The timers of a page have no `unref`, so the server gets a clock that needs none.
  const clock: ServerClock = {
    ...systemClock,
    schedule(delayMs, action) {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    giveWay: (action) => void setTimeout(action, 0),
  };
  const open = (port: number): Promise<Serving> =>
    serve({ router, port, host: '127.0.0.1', clock, handleSignals: false });

  afterEach(async () => {
    cleanup();
    await client.close();
    await serving.close();
  });

  it('follow a subscription, keep what they have while the connection is away, and go on behind it', async () => {
    serving = await open(0);
    const { port } = serving;
    client = createClient<typeof router>({ url: serving.url, reconnect: { firstDelayMs: 10, maxDelayMs: 50 } });
    const { result } = renderHook(() => ({
      connection: useConnection(client),
      live: useLive(client.count, { from: 1 }, { fold: windowOf(10) }),
    }));
    const numbers = (): readonly number[] => result.current.live.value.map(({ data }) => data.number);
    await waitFor(() => expect(numbers()).toEqual([1, 2, 3]));
    expect(result.current).toMatchObject({ live: { status: 'live', gapCount: 0 }, connection: { name: 'connected' } });
    await serving.close();
    await waitFor(() => expect(result.current.live.status).toBe('interrupted'));
    expect(numbers()).toEqual([1, 2, 3]);
    serving = await open(port);
    await waitFor(() => expect(numbers()).toEqual([1, 2, 3, 4, 5, 6]));
    expect(result.current).toMatchObject({ live: { status: 'live', gapCount: 0 }, connection: { name: 'connected' } });
  });
});
