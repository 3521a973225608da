import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import * as z from 'zod';

export interface InteropContext {
  readonly token: string | undefined;
}

/** How values travel in a cell of the matrix. */
export type Transformation = 'superjson' | 'none';

/** tRPC's builder, with an error formatter of the application's. */
export const createTrpc = (transformation: Transformation) =>
  initTRPC.context<InteropContext>().create({
    ...(transformation === 'superjson' ? { transformer: superjson } : {}),
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: { ...shape.data, isInput: error.cause instanceof z.ZodError },
    }),
  });

export type Trpc = ReturnType<typeof createTrpc>;
