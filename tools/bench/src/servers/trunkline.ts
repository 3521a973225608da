import { createServer } from '@trunkline/server';
import { plainRouter, superjsonRouter } from '../workload/routers.js';
import type { AttachServer } from './server-port.js';

/**
 * What a benchmark has to lift: all its clients share one address, and one connection calls as fast as it can. Every other
 * limit is on, at its default.
 */
const UNBOUNDED = { maxConnectionsPerAddress: 0, limits: { maxMessagesPerSecond: 0 } };

/** Trunkline's server as an application makes it, but for the limits on haste. */
export const attachServer: AttachServer = (http, { superjson, compression }) => {
  const server = superjson
    ? createServer({ router: superjsonRouter, compression, ...UNBOUNDED })
    : createServer({ router: plainRouter, compression, ...UNBOUNDED });
  server.attach(http, { path: '/rpc' });
  return server;
};
