import {
  DEFAULT_LIMITS,
  decodeClientFrame,
  decodeServerFrame,
  decodeStockClientFrame,
  decodeStockServerFrame,
} from '@trunkline/protocol';
import { Corpus } from './corpus.js';
import { CoverageMap, type CoverageMeter } from './coverage.js';
import { runGuided } from './guide-by-coverage.js';
import { createMutants } from './mutants.js';
import { SAMPLE_FRAMES } from './sample-frames.js';

export interface FuzzRun {
  readonly seed: number;
  readonly frameCount: number;
  /** Is told now and then how many frames are done. */
  readonly onProgress?: (doneCount: number) => void;
  /** Frames that reach code which nothing reached before are changed further, and the run says what it reached. */
  readonly meter?: CoverageMeter;
}

/** How far a run came. */
export interface FuzzReach {
  /** Characters of code; 0 where nobody measured. */
  readonly characterCount: number;
  /** Frames that led to code that nothing had reached before. */
  readonly keptCount: number;
}

/** One frame may hold a decoder for as long as this, in milliseconds. */
const MAX_FRAME_MS = 1000;
const CHUNK_COUNT = 500;

const DECODERS: readonly (readonly [keyof typeof SAMPLE_FRAMES, (text: string) => unknown])[] = [
  ['nativeClient', (text) => decodeClientFrame(text, DEFAULT_LIMITS)],
  ['stockClient', (text) => decodeStockClientFrame(text, DEFAULT_LIMITS)],
  ['nativeServer', decodeServerFrame],
  ['stockServer', decodeStockServerFrame],
];

/** Hands bad frames to all four decoders: each must give a value, soon, and change nothing that is shared. */
export async function fuzzDecoders({ seed, frameCount, onProgress, meter }: FuzzRun): Promise<FuzzReach> {
  const makeMutants = await createMutants(seed);
  const map = new CoverageMap();
  const corpora = DECODERS.map(([name, decode]) => ({
    corpus: new Corpus(SAMPLE_FRAMES[name], makeMutants),
    run: (frame: string) => decodeOne(name, decode, frame),
  }));
  for (let doneCount = 0; doneCount < frameCount; ) {
    for (const { corpus, run } of corpora) {
      const count = Math.min(CHUNK_COUNT, frameCount - doneCount);
      if (count <= 0) break;
      const frames = corpus.make(count);
      if (meter === undefined) frames.forEach(run);
      else runGuided(frames, run, { corpus, meter, map });
      doneCount += count;
    }
    onProgress?.(doneCount);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { characterCount: map.count, keptCount: corpora.reduce((sum, { corpus }) => sum + corpus.keptCount, 0) };
}

function decodeOne(name: string, decode: (text: string) => unknown, frame: string): void {
  const startedAt = performance.now();
  try {
    const decoded = decode(frame);
    if (typeof decoded !== 'object' || decoded === null) throw new Error('gave no message');
  } catch (cause) {
    throw new Error(`The decoder ${name} failed on ${JSON.stringify(frame)}.`, { cause });
  }
  const tookMs = performance.now() - startedAt;
  if (tookMs > MAX_FRAME_MS) throw new Error(`The decoder ${name} took ${tookMs} ms for ${JSON.stringify(frame)}.`);
  if (Object.keys(Object.prototype).length > 0) throw new Error(`${JSON.stringify(frame)} changed Object.prototype.`);
}
