import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { plainRouter, superjsonRouter } from '../workload/routers.js';
import type { AttachServer } from './server-port.js';

/** tRPC's own adapter for HTTP, subscriptions as server-sent events. */
export const attachServer: AttachServer = (http, { superjson }) => {
  http.on(
    'request',
    superjson ? createHTTPHandler({ router: superjsonRouter }) : createHTTPHandler({ router: plainRouter }),
  );
};
