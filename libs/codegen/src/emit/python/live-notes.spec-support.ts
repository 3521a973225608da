import type { Socket } from 'node:net';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { type Compatibility, type Serving, serve } from '@trunkline/server';
import superjson from 'superjson';
import { z } from 'zod';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import type { PropertyNode, TypeNode } from '../../contract/type-node.js';

type Form = 'none' | 'superjson';

/** A server for the Python client: what it did to procedures is in `seen`. */
export interface LiveNotes {
  readonly serving: Serving;
  readonly contract: Contract;
  readonly seen: string[];
}

/** Serves a small router, and says its contract. @param hold says what clients of that contract are held to. */
export async function serveNotes(form: Form, hold?: (contract: Contract) => Compatibility): Promise<LiveNotes> {
  const contract = contractOf(form);
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const serving = await serve({
    router: createNotes(form, seen, cut),
    port: 0,
    host: '127.0.0.1',
    handleSignals: false,
    onError: () => undefined,
    contract: hold && { compatibility: hold(contract) },
    createContext: ({ info }) => {
      if (info.connectionParams?.['token'] === 'bad') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Who?' });
      return {};
    },
  });
  serving.httpServer.on('connection', (socket: Socket) => sockets.add(socket));
  return { serving, contract, seen };
}

function createNotes(form: Form, seen: string[], cut: () => void) {
  const t = form === 'superjson' ? initTRPC.create({ transformer: superjson }) : initTRPC.create();
  const note = z.object({ id: z.string(), at: form === 'superjson' ? z.date() : z.string() });
  return t.router({
    notes: t.router({
      read: t.procedure.input(z.object({ id: z.string() })).query(({ input }) => {
        if (input.id === 'none') throw new TRPCError({ code: 'NOT_FOUND', message: 'No such note.' });
        return { id: input.id, at: new Date(1000), note: undefined };
      }),
      rich: t.procedure
        .input(z.object({ size: z.bigint(), tags: z.set(z.string()), scores: z.map(z.string(), z.date()) }))
        .query(({ input }) => ({
          ...input,
          size: input.size + 1n,
          bytes: new Uint8Array([1, 2]),
          low: -0,
          none: Number.NaN,
        })),
      add: t.procedure.input(note).mutation(({ input }) => {
        seen.push(`add ${input.id} ${input.at instanceof Date ? input.at.toISOString() : input.at}`);
        return seen.length;
      }),
      clear: t.procedure.mutation(() => undefined),
      slow: t.procedure.query(async ({ signal }) => {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        seen.push('slow aborted');
        return 'never';
      }),
      cut: t.procedure.mutation(async () => {
        cut();
        return 'never';
      }),
      changes: t.procedure
        .input(z.object({ count: z.number(), fails: z.boolean().optional(), lastEventId: z.string().optional() }))
        .subscription(async function* ({ input }) {
          try {
            for (let index = Number(input.lastEventId ?? 0) + 1; index <= input.count; index++) {
              yield tracked(String(index), { at: new Date(index), text: 'é' });
            }
            if (input.fails) throw new TRPCError({ code: 'CONFLICT', message: 'Enough.' });
          } finally {
            seen.push(`changes of ${input.count} left`);
          }
        }),
    }),
  });
}

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const nothing: TypeNode = { kind: 'void' };
const source = { input: 'both', output: 'both' } as const;

function object(
  members: Readonly<Record<string, TypeNode>>,
  optional: Readonly<Record<string, TypeNode>> = {},
): TypeNode {
  const properties: PropertyNode[] = [
    ...Object.entries(members).map(([name, type]) => ({ name, type })),
    ...Object.entries(optional).map(([name, type]) => ({ name, type, optional: true as const })),
  ];
  return { kind: 'object', properties };
}

function contractOf(form: Form): Contract {
  const at: TypeNode = form === 'superjson' ? { kind: 'builtin', name: 'Date' } : text;
  const rich: Readonly<Record<string, TypeNode>> = {
    size: { kind: 'bigint' },
    tags: { kind: 'builtin', name: 'Set', of: [text] },
    scores: { kind: 'builtin', name: 'Map', of: [text, at] },
  };
  const richOutput = object({ ...rich, bytes: { kind: 'builtin', name: 'Uint8Array' }, low: number, none: number });
  const procedures: Readonly<Record<string, ProcedureContract>> = {
    'notes.read': {
      kind: 'query',
      input: object({ id: text }),
      output: { kind: 'reference', name: 'Note' },
      errors: { NOT_FOUND: 'There is no such note.' },
      source,
    },
    'notes.rich': { kind: 'query', input: object(rich), output: richOutput, source },
    'notes.add': { kind: 'mutation', input: object({ id: text, at }), output: number, source },
    'notes.clear': { kind: 'mutation', input: nothing, output: nothing, source },
    'notes.slow': { kind: 'query', input: nothing, output: text, source },
    'notes.cut': { kind: 'mutation', input: nothing, output: text, source },
    'notes.changes': {
      kind: 'subscription',
      tracked: true,
      input: object({ count: number }, { fails: { kind: 'boolean' }, lastEventId: text }),
      output: object({ id: text, data: object({ at, text }) }),
      source,
    },
  };
  const note = object({ id: text, at }, { note: { kind: 'union', of: [text, { kind: 'undefined' }] } });
  return { trunkline: 1, transformer: form, procedures, types: { Note: note } };
}
