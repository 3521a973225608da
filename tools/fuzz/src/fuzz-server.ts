import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { Duplex } from 'node:stream';
import { createServer } from '@trunkline/server';
import { WebSocket } from 'ws';
import { Corpus } from './corpus.js';
import { CoverageMap } from './coverage.js';
import { Dice } from './dice.js';
import type { FuzzReach, FuzzRun } from './fuzz-decoders.js';
import { createFuzzRouter } from './fuzz-router.js';
import { assertNoGrowth, measureHeap } from './heap.js';
import { createMutants } from './mutants.js';
import { Neighbour } from './neighbour.js';
import { SAMPLE_FRAMES } from './sample-frames.js';
import { urlOf } from './url-of.js';
import { until, within } from './within.js';

const FRAMES_PER_CONVERSATION = 25;
const CONTRACT = {
  compatibility: { trunkline: 1, contract: 'c1', procedures: { echo: ['abcdef'], ticks: ['abcdef'] } },
  discover: { openrpc: '1.4.0', info: { title: 'fuzz', version: '1' }, methods: [] },
};
const HELLO = '{"jsonrpc":"2.0","id":"hello","method":"rpc.hello"}';

/** Plays bad conversations with a real server: a neighbour is answered after each, and nothing of it is left behind. */
export async function fuzzServer({ seed, frameCount, onProgress, meter }: FuzzRun): Promise<FuzzReach> {
  const { router, open } = createFuzzRouter();
  const server = createServer({ router, contract: CONTRACT, onError: () => undefined });
  const http = createHttpServer();
  server.attach(http);
  const url = await listen(http);
  const [dice, makeMutants, neighbour] = [new Dice(seed), await createMutants(seed), new Neighbour(url)];
  const map = new CoverageMap();
  const corpora = {
    native: new Corpus(SAMPLE_FRAMES.nativeClient, makeMutants),
    stock: new Corpus(SAMPLE_FRAMES.stockClient, makeMutants),
  };
  let heapBefore: number | undefined;
  try {
    await neighbour.greet();
    for (let doneCount = 0; doneCount < frameCount; doneCount += FRAMES_PER_CONVERSATION) {
      // What is compiled and cached by the first conversations is no growth.
      if (heapBefore === undefined && doneCount >= frameCount / 5) heapBefore = await measureHeap();
      const corpus = dice.below(2) === 0 ? corpora.native : corpora.stock;
      const mutants = corpus.make(FRAMES_PER_CONVERSATION);
      await converse(url, dice, corpus === corpora.native, mutants);
      await neighbour.assertAnswered();
      await until('The end of the conversation on the server', () => server.connectionCount === 1);
      await until('The end of every call and stream', () => open.streamCount === 0 && open.callCount === 0);
      // One conversation is one step: which of its frames it was that led on depends on those before it.
      if (meter !== undefined && map.add(meter.take()) !== undefined) corpus.keep(mutants);
      onProgress?.(doneCount + FRAMES_PER_CONVERSATION);
    }
    await neighbour.close();
    await until('An empty server', () => server.connectionCount === 0);
    assertNoGrowth('The server', heapBefore, await measureHeap());
    return { characterCount: map.count, keptCount: corpora.native.keptCount + corpora.stock.keptCount };
  } finally {
    await within('The close of the server', server.close({ timeoutMs: 100 }));
    http.close();
    http.closeAllConnections();
  }
}

async function converse(url: string, dice: Dice, isNative: boolean, mutants: readonly string[]): Promise<void> {
  const samples = isNative ? SAMPLE_FRAMES.nativeClient : SAMPLE_FRAMES.stockClient;
  const query = !isNative && dice.below(3) === 0 ? '?connectionParams=1' : '';
  const socket = new WebSocket(url + query, isNative ? ['trunkline.v1'] : []);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  await within('The handshake of a hostile peer', once(socket, 'open'));
  if (isNative && dice.below(10) > 0) socket.send(HELLO);
  for (const mutant of mutants) {
    socket.send(chooseFrame(dice, samples, mutant));
    if (dice.below(8) === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  leave(socket, dice);
  await within('The close of a hostile peer', closed);
}

function chooseFrame(dice: Dice, samples: readonly [string, ...string[]], mutant: string): string | Buffer {
  switch (dice.below(8)) {
    case 0:
      return dice.pick(samples);
    case 1:
      return `[${dice.pick(samples)},${mutant},${dice.pick(samples)}]`;
    case 2:
      return dice.pick(['PING', 'PONG', '[]', Buffer.from(mutant)]);
    default:
      return mutant;
  }
}

function leave(socket: WebSocket, dice: Dice): void {
  const transport: unknown = Reflect.get(socket, '_socket');
  switch (dice.below(4)) {
    case 0:
      return socket.close(1000);
    case 1:
      return socket.terminate();
    default:
      // Bytes that are no frame, or the beginning of one, and then nothing more.
      if (transport instanceof Duplex) {
        transport.write(Buffer.from(Array.from({ length: 1 + dice.below(12) }, () => dice.below(256))));
        transport.end();
      }
      setImmediate(() => socket.terminate());
  }
}

async function listen(http: Server): Promise<string> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return urlOf(http);
}
