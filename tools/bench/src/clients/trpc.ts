import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import superjsonTransformer from 'superjson';
import { WebSocket } from 'ws';
import type { PlainRouter, SuperjsonRouter } from '../workload/routers.js';
import { toBenchClient } from './bench-procedures.js';
import type { ClientModule } from './client-port.js';

// Node 20 has no WebSocket of its own; where there is one, all variants still use the same.
Object.assign(globalThis, { WebSocket });

/** tRPC's own client. */
export const connect: ClientModule['connect'] = ({ currentAddress, superjson, onLost }) =>
  new Promise((resolve) => {
    const client = createWSClient({
      url: () => `ws://${currentAddress()}/rpc`,
      onClose: onLost,
      onOpen: () => {
        const close = (): void => void client.close();
        const procedures = superjson
          ? createTRPCClient<SuperjsonRouter>({ links: [wsLink({ client, transformer: superjsonTransformer })] })
          : createTRPCClient<PlainRouter>({ links: [wsLink({ client })] });
        resolve(toBenchClient(procedures, close));
      },
    });
  });
