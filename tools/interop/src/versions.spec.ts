import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { TRPCClientError } from '@trpc/client';
import { failureOf } from './testing/failure.js';
import { cells } from './testing/matrix.js';
import { useStage } from './testing/stage.js';
import { trpcVersion } from './testing/version.js';

describe('The versions of a run', () => {
  it('are what its workspace asks for', () => {
    const require = createRequire(import.meta.url);
    expect(require('@trpc/server/package.json')).toHaveProperty('version', trpcVersion);
    expect(require('@trpc/client/package.json')).toHaveProperty('version', trpcVersion);
  });
});

// A class exists once for each copy of tRPC, so what a library makes tells which copy it has.
describe.each(cells)('The version in $cell', (cell) => {
  const stage = useStage(cell);

  it("is this run's in the server, which wraps what procedures throw in that version's TRPCError", async () => {
    const { client, log } = await stage.open();
    await failureOf(client.query('failing.accident'));
    expect(log.errors).toMatchObject([{ isTRPCError: true }]);
  });

  it("is this run's in the link, whose errors are that version's TRPCClientError", async () => {
    const { client } = await stage.open();
    const thrown = await client.query('failing.accident').catch((error: unknown) => error);
    expect(thrown instanceof TRPCClientError).toBe(!cell.client.startsWith('createClient'));
  });
});
