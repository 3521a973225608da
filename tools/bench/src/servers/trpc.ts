import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { plainRouter, superjsonRouter } from '../workload/routers.js';
import type { AttachServer } from './server-port.js';

/** tRPC's own adapter, as its documentation sets it up. */
export const attachServer: AttachServer = (http, { superjson, compression }) => {
  const wss = new WebSocketServer({ server: http, path: '/rpc', perMessageDeflate: compression });
  if (superjson) applyWSSHandler({ wss, router: superjsonRouter });
  else applyWSSHandler({ wss, router: plainRouter });
};
