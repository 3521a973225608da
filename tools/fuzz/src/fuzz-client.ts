import { once } from 'node:events';
import { createClient, stock, trunkline } from '@trunkline/client';
import { type WebSocket, WebSocketServer } from 'ws';
import { Corpus } from './corpus.js';
import { CoverageMap } from './coverage.js';
import { Dice } from './dice.js';
import type { FuzzReach, FuzzRun } from './fuzz-decoders.js';
import type { createFuzzRouter } from './fuzz-router.js';
import { assertNoGrowth, measureHeap } from './heap.js';
import { createMutants } from './mutants.js';
import { SAMPLE_FRAMES } from './sample-frames.js';
import { urlOf } from './url-of.js';
import { until, within } from './within.js';

const FRAMES_PER_CONVERSATION = 25;
const WELCOME = '{"jsonrpc":"2.0","id":1,"result":{"server":{"name":"a","version":"1"},"limits":{},"features":[]}}';

/** One conversation, as the server leads it. */
interface Scene {
  dialect: 'native' | 'stock';
  said: string[];
}

type FuzzRouter = ReturnType<typeof createFuzzRouter>['router'];

/** Lets a server say bad things to our client: every call comes to an end, and no socket is left. */
export async function fuzzClient({ seed, frameCount, onProgress, meter }: FuzzRun): Promise<FuzzReach> {
  const [dice, makeMutants] = [new Dice(seed), await createMutants(seed)];
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: ([first]) => first ?? false });
  await once(sockets, 'listening');
  const url = urlOf(sockets);
  const map = new CoverageMap();
  const corpora = {
    native: new Corpus(SAMPLE_FRAMES.nativeServer, makeMutants),
    stock: new Corpus(SAMPLE_FRAMES.stockServer, makeMutants),
  };
  const scene: Scene = { dialect: 'native', said: [] };
  sockets.on('connection', (socket) => {
    socket.on('error', () => undefined);
    // Each message of the client is answered with a few bad ones, so that they meet it in every state.
    socket.on('message', () => misbehave(socket, scene, dice, corpora[scene.dialect]));
  });
  let heapBefore: number | undefined;
  try {
    for (let doneCount = 0; doneCount < frameCount; doneCount += FRAMES_PER_CONVERSATION) {
      if (heapBefore === undefined && doneCount >= frameCount / 5) heapBefore = await measureHeap();
      scene.dialect = dice.pick(['native', 'stock']);
      scene.said = [];
      await converse(url, scene);
      await until('The end of the sockets of the client', () => sockets.clients.size === 0);
      if (meter !== undefined && map.add(meter.take()) !== undefined) corpora[scene.dialect].keep(scene.said);
      onProgress?.(doneCount + FRAMES_PER_CONVERSATION);
    }
    assertNoGrowth('The client', heapBefore, await measureHeap());
    return { characterCount: map.count, keptCount: corpora.native.keptCount + corpora.stock.keptCount };
  } finally {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  }
}

async function converse(url: string, scene: Scene): Promise<void> {
  const client = createClient<FuzzRouter>({
    url,
    dialect: scene.dialect === 'native' ? trunkline() : stock(),
    reconnect: { firstDelayMs: 1, maxDelayMs: 5 },
    keepAlive: { silenceMs: 50, answerMs: 50 },
    timeoutMs: 500,
    onCallbackError: (thrown) => {
      throw thrown;
    },
  });
  const calls: Promise<unknown>[] = [client.echo.query({ id: 7 }), client.failing.mutate(), client.waiting.query()];
  client.ticks.subscribe(undefined, { onData: () => undefined, onError: () => undefined });
  const settled = Promise.allSettled(calls);
  const dueAt = Date.now() + 200;
  // Calls keep the conversation going until enough was said, or the server has said what ends it for good.
  while (scene.said.length < FRAMES_PER_CONVERSATION && Date.now() < dueAt) {
    calls.push(client.echo.query(1).catch(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await within('The close of the client', client.close({ timeoutMs: 1 }));
  await within('The end of its calls', settled);
  await within('The end of its later calls', Promise.allSettled(calls));
}

function misbehave(socket: WebSocket, { dialect, said }: Scene, dice: Dice, corpus: Corpus): void {
  const samples = dialect === 'native' ? SAMPLE_FRAMES.nativeServer : SAMPLE_FRAMES.stockServer;
  if (dialect === 'native' && dice.below(3) > 0) socket.send(WELCOME);
  const mutants = corpus.make(1 + dice.below(5));
  said.push(...mutants);
  for (const mutant of mutants) socket.send(dice.below(4) === 0 ? dice.pick(samples) : mutant);
  switch (dice.below(12)) {
    case 0:
      socket.close(dice.pick([1000, 1001, 1011, 1012, 1013, 4000, 4100, 4102, 4200, 4300, 4999]));
      break;
    case 1:
      socket.terminate();
      break;
    case 2:
      socket.send(Buffer.from([dice.below(256)]));
      break;
    default:
      break;
  }
}
