import { unreachable } from '@trunkline/protocol';
import type { ChaosClient } from './chaos-client.js';
import type { ChaosServer } from './chaos-server.js';
import type { PlannedFault } from './fault-plan.js';

/** Begins a fault. @returns what ends it; connections that a fault has hit stay as they are until then. */
export async function applyFault(
  planned: PlannedFault,
  clients: readonly ChaosClient[],
  server: ChaosServer,
): Promise<() => Promise<void>> {
  if (planned.on === 'server') {
    if (planned.fault === 'drain') {
      const drained = server.drain();
      return () => drained;
    }
    await (planned.fault === 'leave' ? server.leave() : server.crash());
    return () => server.start();
  }
  const client = clients[planned.client];
  if (client !== undefined) applyClientFault(planned, client);
  return async () => {
    client?.proxy.heal();
    client?.slowDown(0);
  };
}

function applyClientFault(planned: Extract<PlannedFault, { on: 'client' }>, client: ChaosClient): void {
  const { proxy } = client;
  const { direction } = planned;
  switch (planned.fault) {
    case 'cut':
      return void proxy.cut('reset');
    case 'end':
      return void proxy.cut('end');
    case 'cut-in-frame':
      return void proxy.cutInFrame(direction);
    // Only what is open is frozen, so that the client finds a way round it.
    case 'freeze':
      return proxy.connections.forEach((connection) => connection.freeze());
    case 'half-open':
      return proxy.connections.forEach((connection) => connection.freeze(direction));
    case 'delay':
      return proxy.delay({ delayMs: 15, jitterMs: 30 });
    case 'throttle':
      return proxy.throttle(20_000, direction);
    case 'corrupt':
      return void proxy.corrupt({ direction, isDetectable: true });
    case 'offline':
      proxy.refuse();
      return void proxy.cut();
    case 'slow-reader':
      return client.slowDown(20);
    default:
      return unreachable(planned.fault);
  }
}
