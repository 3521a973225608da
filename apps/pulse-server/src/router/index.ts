import { alertsRouter } from './alerts.js';
import { hostsRouter } from './hosts.js';
import { rulesRouter } from './rules.js';
import { router } from './trpc.js';

export type { Context } from './context.js';

/** Everything that can be called on a Pulse server. Clients import its type alone. */
export const appRouter = router({
  hosts: hostsRouter,
  alerts: alertsRouter,
  rules: rulesRouter,
});
export type AppRouter = typeof appRouter;
