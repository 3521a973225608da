import { afterEach, describe, expect, it } from '@jest/globals';
import { type RunningProgram, startProgram } from '@trunkline/example-runner';

describe('the programs of the notes', () => {
  const programs: RunningProgram[] = [];

  afterEach(async () => {
    await Promise.all(programs.splice(0).map((program) => program.stop()));
  });

  it('serve, write a note and see it come', async () => {
    const server = startProgram(new URL('./main.ts', import.meta.url));
    programs.push(server);
    const [url = ''] = await server.saw(/ws:\/\/localhost:\d+/);
    const client = startProgram(new URL('./client-main.ts', import.meta.url), { NOTES_URL: url });
    programs.push(client);
    await client.saw(/kept: 1/);
    await client.saw(/note 1 of Ada, \d{4}: Water the plants\./);
    expect(client.printed()).toContain('refused: Sign in first.');
    expect(client.printed()).toContain('written: 1, with its date');
  }, 30_000);
});
