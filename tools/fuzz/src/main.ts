// Fuzzes both dialects on both ends: `npm run fuzz -- --frames 1000000 --seed 7`. A failure names the seed that repeats it.
import { parseArgs } from 'node:util';
import { CoverageMeter } from './coverage.js';
import { fuzzClient } from './fuzz-client.js';
import { type FuzzReach, type FuzzRun, fuzzDecoders } from './fuzz-decoders.js';
import { fuzzServer } from './fuzz-server.js';

/** Of every hundred frames for the decoders, twenty more are sent to a live server and one to a live client. */
const LIVE_SHARE = { server: 0.2, client: 0.01 };

const { values } = parseArgs({ options: { seed: { type: 'string' }, frames: { type: 'string' } } });
const seed = readNumber('--seed', values.seed, Math.floor(Math.random() * 2 ** 31));
const frameCount = readNumber('--frames', values.frames, 1_000_000);

process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);

const meter = new CoverageMeter();
console.log(`fuzz: seed ${seed}, ${frameCount} frames`);
await run('decoders', fuzzDecoders, frameCount);
await run('server', fuzzServer, Math.ceil(frameCount * LIVE_SHARE.server));
await run('client', fuzzClient, Math.ceil(frameCount * LIVE_SHARE.client));
console.log('fuzz: no crash, no unhandled rejection, no hang, no growth');

async function run(name: string, fuzz: (run: FuzzRun) => Promise<FuzzReach>, count: number): Promise<void> {
  const startedAt = Date.now();
  let toldAt = startedAt;
  const onProgress = (doneCount: number): void => {
    if (Date.now() - toldAt < 1000) return;
    toldAt = Date.now();
    console.log(`fuzz: ${name} ${Math.min(doneCount, count)} of ${count}`);
  };
  // What the part before this one reached is not its merit.
  meter.take();
  let reach: FuzzReach | undefined;
  try {
    reach = await fuzz({ seed, frameCount: count, onProgress, meter });
  } catch (thrown) {
    fail(thrown);
  }
  const heapMegabytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  console.log(`fuzz: ${name} ${count} frames in ${(Date.now() - startedAt) / 1000} s, heap ${heapMegabytes} MiB`);
  if (reach === undefined) return;
  const led = reach.keptCount > 0 ? `, to which ${reach.keptCount} frames led that were changed further` : '';
  console.log(`fuzz: ${name} reached ${reach.characterCount} characters of code${led}`);
}

function fail(thrown: unknown): void {
  console.error(thrown);
  console.error(`fuzz: failed; npm run fuzz -- --seed ${seed} --frames ${frameCount} repeats it`);
  process.exit(1);
}

function readNumber(option: string, text: string | undefined, standard: number): number {
  const value = text === undefined ? standard : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${option} is ${text}; it must be a whole number of 0 or more.`);
}
