import { initTRPC } from '@trpc/server';
import type { TrunklineMeta } from '@trunkline/server';
import superjson from 'superjson';
import type { Context } from './context.js';

const t = initTRPC.context<Context>().meta<TrunklineMeta>().create({ transformer: superjson });

export const router = t.router;
export const procedure = t.procedure;
