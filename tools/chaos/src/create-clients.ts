import { createFaultProxy, type Dice } from '@trunkline/testing';
import type { ChaosClient } from './chaos-client.js';
import type { ChaosHost } from './chaos-host.js';
import type { ChaosWorld } from './chaos-world.js';
import { Issuer } from './credentials.js';
import { NativeChaosClient, type Paces } from './native-chaos-client.js';
import type { StreamName } from './streams.js';
import { linkGround, stockGround, TrpcChaosClient } from './trpc-chaos-client.js';

/** The clients of a run, each behind a network of its own. In half of the runs credentials end again and again. */
export async function createClients(
  dice: Dice,
  world: ChaosWorld,
  server: ChaosHost,
): Promise<readonly [ChaosClient, ...ChaosClient[]]> {
  const proxyFor = (index: number): ReturnType<typeof createFaultProxy> =>
    createFaultProxy({ target: server, seed: dice.below(2 ** 31) + index });
  const [one, two, three, four] = await Promise.all([proxyFor(1), proxyFor(2), proxyFor(3), proxyFor(4)]);
  const isShortLived = dice.below(2) === 0;
  const issuerOf = (user: string, isOurs = true): Issuer =>
    new Issuer(user, isShortLived ? dice.between(120, 600) : null, isOurs);
  const linkIssuer = issuerOf('link');
  const stockIssuer = issuerOf('stock', false);
  const pacesOf = (...streams: readonly StreamName[]): Paces =>
    new Map(streams.map((stream) => [stream, dice.pick([null, 40, 150])]));
  return [
    // Each has streams with every event and streams at a pace, and no stream is at a pace for both.
    new NativeChaosClient({ name: 'native-1', proxy: one, issuer: issuerOf('ada') }, world, pacesOf('bursts'), dice),
    new NativeChaosClient(
      { name: 'native-2', proxy: two, issuer: issuerOf('bob') },
      world,
      pacesOf('ticks', 'orders'),
      dice,
    ),
    new TrpcChaosClient({ name: 'link', proxy: three, issuer: linkIssuer }, world, linkGround(three, linkIssuer, dice)),
    new TrpcChaosClient(
      { name: 'stock', proxy: four, issuer: stockIssuer },
      world,
      stockGround(four, stockIssuer, dice),
    ),
  ];
}
