import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { plainRouter, superjsonRouter } from '../workload/routers.js';
import type { AttachServer, DrainResult, DrainTimes } from './server-port.js';

/** tRPC's own adapter, as its documentation sets it up. */
export const attachServer: AttachServer = (http, { superjson, compression }) => {
  const wss = new WebSocketServer({ server: http, path: '/rpc', perMessageDeflate: compression });
  const handler = superjson
    ? applyWSSHandler({ wss, router: superjsonRouter })
    : applyWSSHandler({ wss, router: plainRouter });
  return {
    drain: (times) => {
      handler.broadcastReconnectNotification();
      return untilGone(wss, times);
    },
  };
};

const lookEveryMs = 10;

/** What tRPC's documentation does at a deploy, but for the patience: it tells all clients to go, then who is left is cut. */
async function untilGone({ clients }: WebSocketServer, { deadlineMs }: DrainTimes): Promise<DrainResult> {
  const startedAt = performance.now();
  while (clients.size > 0 && performance.now() - startedAt < deadlineMs) await delay(lookEveryMs);
  const cutCount = clients.size;
  for (const client of clients) client.terminate();
  return { cutCount, durationMs: performance.now() - startedAt };
}
