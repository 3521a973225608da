// What the snippets of these pages presuppose: a check compiles each of them, as a module of its own, beside this file.
import type { Server } from 'node:http';
import type {
  initTRPC as initTRPCOfServer,
  TRPCBuiltRouter,
  TRPCDefaultErrorShape,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server';
import type { createClient as createClientOfClient, TrunklineClient } from '@trunkline/client';
import type * as ofServer from '@trunkline/server';
import type { createMemoryTransport, FakeClock } from '@trunkline/testing';
import type { ZodType } from 'zod';

interface Point {
  readonly at: number;
  readonly load: number;
}

interface Order {
  readonly id: string;
}

interface Procedures {
  readonly reports: {
    readonly build: TRPCQueryProcedure<{ input: { year: number }; output: string; meta: object }>;
  };
  readonly load: {
    readonly onSample: TRPCSubscriptionProcedure<{
      input: { host: string };
      output: AsyncIterable<Point>;
      meta: object;
    }>;
  };
}

type RouterWith<TContext extends object> = TRPCBuiltRouter<
  { ctx: TContext; meta: object; errorShape: TRPCDefaultErrorShape; transformer: false },
  { reports: Procedures['reports']; load: Procedures['load'] }
>;

interface User {
  readonly id: string;
  readonly expiresAt: number;
}

declare global {
  type AppRouter = RouterWith<User>;
  type TrunklineMeta = ofServer.TrunklineMeta;
  interface Price {
    readonly symbol: string;
  }
  interface Context {
    readonly user: User | null;
    readonly orders: {
      findByKey(key: string): Promise<Order | undefined>;
      insert(order: Order): Order;
      writeKey(key: string | undefined, id: string): void;
    };
    readonly database: { transaction<TResult>(run: () => TResult): TResult };
  }
  const appRouter: AppRouter;
  const router: RouterWith<object>;
  const ordersRouter: RouterWith<Context>;
  const t: ReturnType<ReturnType<ReturnType<typeof initTRPCOfServer.context<Context>>['meta']>['create']>;
  const user: User;
  const client: TrunklineClient<AppRouter>;
  const clock: FakeClock;
  const transport: ReturnType<typeof createMemoryTransport>;
  const httpServer: Server;
  const server: ofServer.TrunklineServer;
  const orderSchema: ZodType<Order, Order>;
  function readUser(token: string | undefined): User;
  function createContext(): Context;
  function Chart(props: { points: readonly Point[]; isStale: boolean; lagMs: number }): React.ReactElement;
  const initTRPC: typeof initTRPCOfServer;
  const createClient: typeof createClientOfClient;
  const serve: typeof ofServer.serve;
  const createServer: typeof ofServer.createServer;
  const callInfo: typeof ofServer.callInfo;
}
