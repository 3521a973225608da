import { unreachable } from '@trunkline/protocol';
import type { ChaosClient } from './chaos-client.js';
import type { ChaosHost } from './chaos-host.js';
import type { PlannedFault } from './fault-plan.js';
import type { Traffic } from './traffic.js';

/** What a fault can be done to. */
export interface ChaosScene {
  readonly clients: readonly ChaosClient[];
  readonly server: ChaosHost;
  readonly traffic: Traffic;
}

/** Begins a fault. @returns what ends it; connections that a fault has hit stay as they are until then. */
export async function applyFault(
  planned: PlannedFault,
  { clients, server, traffic }: ChaosScene,
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
  if (client === undefined) return () => Promise.resolve();
  if (planned.fault === 'revoke') server.revoke(client.issuer.user);
  if (planned.fault === 'cut-in-answer') traffic.askForMuch(client);
  applyClientFault(planned, client);
  return async () => {
    if (planned.fault === 'cut-in-answer') void client.proxy.cut();
    client.proxy.heal();
    client.slowDown(0);
    client.tune(undefined);
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
    case 'tune':
      return client.tune(direction === 'toClient' ? 25 : null);
    case 'void-credentials':
      return client.issuer.spoilNext();
    // So slow that the answers are still on their way when it is cut at the end, and so fast that some of them has come.
    case 'cut-in-answer':
      return proxy.throttle(600_000, 'toClient');
    case 'revoke':
      return;
    default:
      return unreachable(planned.fault);
  }
}
