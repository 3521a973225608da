import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@trunkline/client';
import { startProgram } from '@trunkline/example-runner';
import type { AppRouter } from './router.js';

describe('a router beside Fastify', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('answers on the port of Fastify, writes to its log, and ends with it', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url));
    endings.push(() => program.stop('SIGTERM'));
    const [, port = ''] = await program.saw(/listening at http:\/\/\S+:(\d+)/);
    const client = createClient<AppRouter>({ url: `ws://localhost:${port}/rpc` });
    endings.unshift(() => client.close());

    expect(await client.shout.query('hello')).toBe('HELLO');
    const letters: string[] = [];
    for await (const letter of client.letters.subscribe('abc')) letters.push(letter);
    expect(letters).toEqual(['a', 'b', 'c']);

    const response = await fetch(`http://localhost:${port}/health`, { headers: { connection: 'close' } });
    expect(await response.json()).toEqual({ connections: 1 });
    expect(await program.stop('SIGTERM')).toBe(0);
    expect(program.printed()).toContain('"msg":"The server has stopped."');
  }, 30_000);
});
