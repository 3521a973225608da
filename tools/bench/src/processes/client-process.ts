import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { BenchClient, ClientModule, ConnectSettings } from '../clients/client-port.js';
import { runClosedLoop } from '../load/closed-loop.js';
import { NumberWatch } from '../load/number-watch.js';
import { PacedProbe } from '../load/paced-probe.js';
import { holdStreams, readStream } from '../load/read-stream.js';
import { SteadyCalls } from '../load/steady-calls.js';
import type { ClientCommands } from './commands.js';
import { serveCommands } from './serve-commands.js';

// So many handshakes at once would overrun the queue of connections that wait to be accepted.
const handshakesAtOnce = 100;

let clients: BenchClient[] = [];
// Below every client is a TCP stream; only there reading can be stopped in the same way for all.
const streams: Socket[] = [];
let probe: PacedProbe | undefined;
let calls: SteadyCalls | undefined;
let watch: NumberWatch | undefined;
let currentAddress = '';
let lostAtMs: number | undefined;

const commands: ClientCommands = {
  async connect({ moduleUrl, count, ...settings }) {
    const { connect } = await importClient(moduleUrl);
    currentAddress = settings.address;
    const port: ConnectSettings = { ...settings, currentAddress: () => currentAddress, onLost };
    for (let done = 0; done < count; done += handshakesAtOnce) {
      const length = Math.min(handshakesAtOnce, count - done);
      clients.push(...(await Promise.all(Array.from({ length }, () => connect(port)))));
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
  redirect({ address }) {
    currentAddress = address;
  },
  startCalls({ name }) {
    calls = new SteadyCalls(clients, name);
  },
  stopCalls() {
    if (calls === undefined) throw new Error('No calls were started.');
    return calls.stop();
  },
  async watchNumbers({ name }) {
    watch = new NumberWatch(clients, name);
    await watch.begun;
  },
  countBehind: (interruption) => watched().countBehind(interruption),
  judgeNumbers: (interruption) => watched().judge(interruption),
  lostAtMs: () => lostAtMs,
  async disconnect() {
    for (const client of clients) client.close();
    clients = [];
  },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Node documents this channel's messages.
subscribe('net.client.socket', (message) => void streams.push((message as { readonly socket: Socket }).socket));
serveCommands(commands);

function onLost(): void {
  lostAtMs = Date.now();
}

function watched(): NumberWatch {
  if (watch === undefined) throw new Error('No numbers were watched.');
  return watch;
}

async function importClient(moduleUrl: string): Promise<ClientModule> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The catalogue names modules of this shape only.
  return (await import(moduleUrl)) as ClientModule;
}

function firstClient(): BenchClient {
  const [client] = clients;
  if (client === undefined) throw new Error('There is no connection.');
  return client;
}
