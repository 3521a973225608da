import { createServer } from '@trunkline/server';
import { plainRouter, superjsonRouter } from '../workload/routers.js';
import type { AttachServer } from './server-port.js';

/** Trunkline's server with every default, limits included. */
export const attachServer: AttachServer = (http, { superjson, compression }) => {
  const server = superjson
    ? createServer({ router: superjsonRouter, compression })
    : createServer({ router: plainRouter, compression });
  server.attach(http, { path: '/rpc' });
};
