import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@trunkline/client';
import { startProgram } from '@trunkline/example-runner';
import type { AppRouter } from './router.js';

describe('a router beside Express', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('answers calls and HTTP requests on one port, and ends when it is told to', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url));
    endings.push(() => program.stop('SIGTERM'));
    const [, port = ''] = await program.saw(/http:\/\/localhost:(\d+)/);
    const client = createClient<AppRouter>({ url: `ws://localhost:${port}/rpc` });
    endings.unshift(() => client.close());

    expect(await client.greet.query('Ada')).toBe('Hello Ada, by way of somebody.');
    const counted: number[] = [];
    for await (const left of client.countdown.subscribe(3)) counted.push(left);
    expect(counted).toEqual([3, 2, 1]);

    const response = await fetch(`http://localhost:${port}/health`, { headers: { connection: 'close' } });
    expect(await response.json()).toEqual({ connections: 1 });
    const missing = await fetch(`http://localhost:${port}/rpc`, { headers: { connection: 'close' } });
    expect(missing.status).toBe(404);
    expect(await program.stop('SIGTERM')).toBe(0);
  }, 30_000);
});
