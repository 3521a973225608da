import { createTRPCClient } from '@trpc/client';
import { createClient } from '@trunkline/client';
import { trunklineLink } from '@trunkline/client/trpc';
import superjsonTransformer from 'superjson';
import type { PlainRouter, SuperjsonRouter } from '../workload/routers.js';
import { toBenchClient } from './bench-procedures.js';
import type { ClientModule } from './client-port.js';

/** tRPC's client over Trunkline's link. */
export const connect: ClientModule['connect'] = async ({ currentAddress, superjson }) => {
  const url = () => `ws://${currentAddress()}/rpc`;
  if (superjson) {
    const client = createClient<SuperjsonRouter>({ url, transformer: superjsonTransformer });
    await client.connect();
    const procedures = createTRPCClient<SuperjsonRouter>({ links: [trunklineLink({ client })] });
    return toBenchClient(procedures, () => void client.close({ timeoutMs: 0 }));
  }
  const client = createClient<PlainRouter>({ url });
  await client.connect();
  const procedures = createTRPCClient<PlainRouter>({ links: [trunklineLink({ client })] });
  return toBenchClient(procedures, () => void client.close({ timeoutMs: 0 }));
};
