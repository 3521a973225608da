import { type ConnectionState, createClient } from '@trunkline/client';
import superjsonTransformer from 'superjson';
import type { PlainRouter, SuperjsonRouter } from '../workload/routers.js';
import { toBenchClient } from './bench-procedures.js';
import type { ClientModule } from './client-port.js';

/** Trunkline's own typed client. */
export const connect: ClientModule['connect'] = async ({ currentAddress, superjson, keepAlive, onLost }) => {
  const onStateChange = watchForLoss(onLost);
  const options = { url: () => `ws://${currentAddress()}/rpc`, keepAlive, onStateChange };
  const client = superjson
    ? createClient<SuperjsonRouter>({ ...options, transformer: superjsonTransformer })
    : createClient<PlainRouter>(options);
  await client.connect();
  return toBenchClient(client, () => void client.close({ timeoutMs: 0 }));
};

function watchForLoss(onLost: () => void): (state: ConnectionState) => void {
  let wasConnected = false;
  return ({ name }) => {
    if (wasConnected && name !== 'connected') onLost();
    wasConnected = name === 'connected';
  };
}
