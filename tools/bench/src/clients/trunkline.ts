import { createClient } from '@trunkline/client';
import superjsonTransformer from 'superjson';
import type { PlainRouter, SuperjsonRouter } from '../workload/routers.js';
import { toBenchClient } from './bench-procedures.js';
import type { ClientModule } from './client-port.js';

/** Trunkline's own typed client. */
export const connect: ClientModule['connect'] = async ({ address, superjson }) => {
  const url = `ws://${address}/rpc`;
  const client = superjson
    ? createClient<SuperjsonRouter>({ url, transformer: superjsonTransformer })
    : createClient<PlainRouter>({ url });
  await client.connect();
  return toBenchClient(client, () => void client.close({ timeoutMs: 0 }));
};
