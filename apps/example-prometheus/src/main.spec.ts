import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@trunkline/client';
import { startProgram } from '@trunkline/example-runner';
import type { AppRouter } from './router.js';

describe('the page that Prometheus reads', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('counts connections, calls by path and outcome, errors, events and subscriptions', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url));
    endings.push(() => program.stop());
    const [, page = '', url = ''] = await program.saw(/(http:\S+metrics), the router at (ws:\S+)/);
    const client = createClient<AppRouter>({ url });
    endings.unshift(() => client.close());

    expect(await client.half.query(4)).toBe(2);
    await expect(client.half.query(3)).rejects.toThrow('3 has no whole half.');
    // Somebody else's client may call what is not there.
    const strange = client as unknown as Record<'secret', { query: () => Promise<unknown> }>;
    await expect(strange.secret.query()).rejects.toThrow();
    for await (const _number of client.count.subscribe(5));

    const response = await fetch(page, { headers: { connection: 'close' } });
    expect(response.headers.get('content-type')).toContain('text/plain');
    const lines = (await response.text()).split('\n');
    const expected = [
      'rpc_connections{dialect="native"} 1',
      'rpc_connections{dialect="stock"} 0',
      'rpc_subscriptions 0',
      'rpc_unsent_bytes 0',
      'rpc_events_total 5',
      'rpc_resumed_total{resumed="fresh"} 1',
      'rpc_replayed_total 0',
      'rpc_runs_waiting 0',
      'rpc_errors_total{error="BAD_REQUEST"} 1',
      'rpc_call_duration_seconds_count{path="half",outcome="answered"} 1',
      'rpc_call_duration_seconds_count{path="half",outcome="failed"} 1',
      'rpc_call_duration_seconds_count{path="unknown",outcome="failed"} 1',
      'rpc_subscription_duration_seconds_count{path="count",outcome="completed"} 1',
    ];
    expect(expected.filter((line) => !lines.includes(line))).toEqual([]);
  }, 30_000);
});
