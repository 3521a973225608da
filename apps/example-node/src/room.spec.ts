import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@trunkline/client';
import { startProgram } from '@trunkline/example-runner';
import type { AppRouter } from './router.js';

describe('the room', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('carries what is typed in a terminal to everybody, and ends well', async () => {
    const server = startProgram(new URL('./main.ts', import.meta.url));
    endings.push(() => server.stop());
    const [url = ''] = await server.saw(/ws:\S+/);
    const terminal = startProgram(new URL('./client.ts', import.meta.url), { ROOM_URL: url, NAME: 'Ada' });
    endings.unshift(() => terminal.stop());
    await terminal.saw(/\(listening\)/);

    const client = createClient<AppRouter>({ url });
    endings.unshift(() => client.close());
    const heard: object[] = [];
    await new Promise<void>((resolve) => {
      client.onSaid.subscribe(undefined, { onStarted: () => resolve(), onData: (line) => heard.push(line) });
    });
    await client.say.mutate({ name: 'Grace', text: 'Good morning.' });
    await terminal.saw(/Grace: Good morning\./);
    terminal.input.write('Hello Grace.\n');
    await terminal.saw(/Ada: Hello Grace\./);

    terminal.input.end();
    expect(await terminal.ended).toBe(0);
    await client.close();
    expect(heard).toEqual([
      { name: 'Grace', text: 'Good morning.' },
      { name: 'Ada', text: 'Hello Grace.' },
    ]);
    expect(await server.stop()).toBe(0);
  }, 30_000);
});
