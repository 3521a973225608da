// A server of a run in a process of its own, which may be killed at any time: started by `ChaosProcess`.
import { unreachable } from '@trunkline/protocol';
import { FileIdempotencyStore } from './file-idempotency-store.js';
import { FileLedger } from './file-ledger.js';
import { filesOf, type ProcessOrder, type ProcessReport } from './process-message.js';
import { type ChaosLife, serveChaos } from './serve-chaos.js';
import { Streams } from './streams.js';

const streams = new Streams();
let life: ChaosLife | undefined;

// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
process.on('message', (order: ProcessOrder) => void obey(order));
report({ type: 'ready' });

async function obey(order: ProcessOrder): Promise<void> {
  switch (order.type) {
    case 'serve':
      for (const [stream, number] of order.lastNumbers) streams.advance(stream, number);
      return serve(order.folder);
    case 'advance':
      return streams.advance(order.stream, order.number);
    case 'revoke':
      return void life?.server.revoke(order.user, 'logged out');
    case 'leave':
      return leave(150);
    case 'drain':
      life?.shut();
      await life?.server.drain({ deadlineMs: 300, spreadMs: 60 });
      return leave(0);
    default:
      return unreachable(order);
  }
}

async function serve(folder: string): Promise<void> {
  const { effects, store } = filesOf(folder);
  life = await serveChaos({ streams, ledger: new FileLedger(effects) }, new FileIdempotencyStore(store));
  report({ type: 'serving', port: life.port });
}

async function leave(timeoutMs: number): Promise<void> {
  await life?.stop(timeoutMs);
  const stats = life?.server.stats();
  const closes = stats?.closes ?? {};
  const deeds = { replayed: stats?.mutationsReplayed ?? 0, expired: closes['4301'] ?? 0, revoked: closes['4302'] ?? 0 };
  process.send?.({ type: 'left', ...deeds } satisfies ProcessReport, () => process.exit(0));
}

function report(said: ProcessReport): void {
  process.send?.(said);
}
