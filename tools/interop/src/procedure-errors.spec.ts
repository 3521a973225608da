import { afterEach, describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod';
import { failureOf } from './testing/failure.js';
import type { InteropClient } from './testing/interop-client.js';
import { InteropLog } from './testing/interop-log.js';
import { type InteropServer, startInteropServer } from './testing/interop-server.js';
import { cells, createInteropClient } from './testing/matrix.js';
import { Recording } from './testing/recording.js';
import { until } from './testing/until.js';

const t = initTRPC.create({
  errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, by: 'root' } }),
});

// `.errors()` formats what the steps after it throw.
const procedure = t.procedure.errors(({ shape, error }) =>
  error.code === 'CONFLICT' ? { ...shape, message: 'Taken.', data: { ...shape.data, by: 'procedure' } } : undefined,
);

const router = t.router({
  taken: procedure.query(() => {
    throw new TRPCError({ code: 'CONFLICT', message: 'Said by the procedure.' });
  }),
  other: procedure.query(() => {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'Gone.' });
  }),
  input: t.procedure
    .errors(({ shape }) => ({ ...shape, data: { ...shape.data, by: 'input' } }))
    .input(z.object({ id: z.number() }))
    .query(() => 1),
  late: procedure.subscription(async function* () {
    yield 1;
    throw new TRPCError({ code: 'CONFLICT' });
  }),
});

describe.each(cells.filter(({ transformation }) => transformation === 'none'))(
  'The errors of a procedure of its own in $cell',
  (cell) => {
    let server: InteropServer | undefined;
    let client: InteropClient | undefined;

    afterEach(async () => {
      await Promise.all([client?.stop(), server?.stop()]);
    });

    async function connect(): Promise<InteropClient> {
      server = await startInteropServer({ kind: cell.server, router, log: new InteropLog() });
      client = createInteropClient(cell, { url: server.url });
      return client;
    }

    it('have the shape that its formatter gives', async () => {
      const failure = await failureOf((await connect()).query('taken'));
      expect(failure).toMatchObject({ code: 'CONFLICT', message: 'Taken.', data: { by: 'procedure' } });
    });

    it("have the router's shape where its formatter gives none", async () => {
      const failure = await failureOf((await connect()).query('other'));
      expect(failure).toMatchObject({ code: 'NOT_FOUND', message: 'Gone.', data: { by: 'root' } });
    });

    it('may be those of its input', async () => {
      const failure = await failureOf((await connect()).query('input', {}));
      expect(failure).toMatchObject({ code: 'BAD_REQUEST', data: { by: 'input' } });
    });

    it('end a subscription with that shape', async () => {
      const recording = new Recording();
      (await connect()).subscribe('late', undefined, recording.callbacks);
      await until(() => recording.isOver);
      expect(recording.log).toEqual(['started', 1, 'error']);
      expect(recording.failure).toMatchObject({ code: 'CONFLICT', message: 'Taken.', data: { by: 'procedure' } });
    });
  },
);
