import { initTRPC } from '@trpc/server';
import { SuperJSON } from 'superjson';
import { ZodError } from 'zod';

/** Who asks. Nothing of it may reach a generated client. */
export interface SampleContext {
  readonly userId: string | null;
}

/** What a procedure of the sample says of itself: its own members beside Trunkline's. */
export interface SampleMeta {
  readonly description?: string;
  readonly deprecated?: string | boolean;
  readonly owner?: string;
  readonly trunkline?: {
    readonly mutation?: { readonly key?: 'required' | 'optional' | 'off'; readonly mayRunAgain?: boolean };
    readonly subscription?: { readonly overflow?: 'pause' | 'latest' };
    readonly errors?: Readonly<Record<string, string>>;
  };
}

/** One thing that is wrong with an input. */
export interface SampleIssue {
  readonly path: string;
  readonly message: string;
}

export const t = initTRPC
  .context<SampleContext>()
  .meta<SampleMeta>()
  .create({
    transformer: SuperJSON,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: { ...shape.data, zodIssues: issuesOf(error.cause) },
    }),
  });

function issuesOf(cause: unknown): SampleIssue[] | null {
  if (!(cause instanceof ZodError)) return null;
  return cause.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}
