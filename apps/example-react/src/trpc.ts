import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { createClient } from '@trunkline/client';
import { trunklineLink } from '@trunkline/client/trpc';
import type { AppRouter } from './router.js';

export const queryClient = new QueryClient();

/** For the hooks of `@trunkline/react`; those of TanStack Query share its connection. */
export const client = createClient<AppRouter>({ url: '/rpc' });

const trpcClient = createTRPCClient<AppRouter>({ links: [trunklineLink({ client })] });

/** Options for TanStack Query's hooks, one for each procedure. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });
