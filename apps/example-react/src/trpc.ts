import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { trunklineLink } from '@trunkline/client/trpc';
import type { AppRouter } from './router.js';

export const queryClient = new QueryClient();

const client = createTRPCClient<AppRouter>({ links: [trunklineLink({ url: '/rpc' })] });

/** Options for TanStack Query's hooks, one for each procedure. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
