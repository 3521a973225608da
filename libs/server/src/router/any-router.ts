/** Any tRPC router, for the rooms that hand one on without looking into it. */
export type { AnyTRPCRouter as AnyRouter } from '@trpc/server';
