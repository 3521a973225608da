import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { BenchClient, ClientModule } from '../clients/client-port.js';
import { runClosedLoop } from '../load/closed-loop.js';
import { PacedProbe } from '../load/paced-probe.js';
import { holdStreams, readStream } from '../load/read-stream.js';
import type { ClientCommands } from './commands.js';
import { serveCommands } from './serve-commands.js';

// So many handshakes at once would overrun the queue of connections that wait to be accepted.
const handshakesAtOnce = 100;

let clients: BenchClient[] = [];
// Below every client is a TCP stream; only there reading can be stopped in the same way for all.
const streams: Socket[] = [];
let probe: PacedProbe | undefined;

const commands: ClientCommands = {
  async connect({ moduleUrl, count, ...settings }) {
    const { connect } = await importClient(moduleUrl);
    for (let done = 0; done < count; done += handshakesAtOnce) {
      const length = Math.min(handshakesAtOnce, count - done);
      clients.push(...(await Promise.all(Array.from({ length }, () => connect(settings)))));
    }
  },
  load: (settings) => runClosedLoop(clients, settings),
  async callInTurn({ name, count }) {
    const client = firstClient();
    for (let id = 0; id < count; id += 1) await client.call(name, { id });
  },
  readStream: ({ name, count }) => readStream(firstClient(), name, count),
  holdStreams: ({ perConnection }) => holdStreams(clients, perConnection),
  startProbe({ everyMs }) {
    probe = new PacedProbe(firstClient(), everyMs);
  },
  stopProbe() {
    if (probe === undefined) throw new Error('No probe was started.');
    return probe.stop();
  },
  stall({ count }) {
    const { ended } = firstClient().subscribe('bulk', { count }, () => undefined);
    // A server may cut off a reader that never reads; that is an outcome, not an error.
    ended.catch(() => undefined);
    for (const stream of streams) stream.pause();
  },
  async disconnect() {
    for (const client of clients) client.close();
    clients = [];
  },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node documents this channel's messages.
subscribe('net.client.socket', (message) => void streams.push((message as { readonly socket: Socket }).socket));
serveCommands(commands);

async function importClient(moduleUrl: string): Promise<ClientModule> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The catalogue names modules of this shape only.
  return (await import(moduleUrl)) as ClientModule;
}

function firstClient(): BenchClient {
  const [client] = clients;
  if (client === undefined) throw new Error('There is no connection.');
  return client;
}
