import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS, decodeClientFrame } from '@trunkline/protocol';
import { Corpus } from './corpus.js';
import { CoverageMap, CoverageMeter } from './coverage.js';
import { runGuided } from './guide-by-coverage.js';
import { createMutants } from './mutants.js';

const FRAME_COUNT = 4000;
const ROUND_COUNT = 100;
const FIRST = ['{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{}}'];

describe('Fuzzing that follows coverage', () => {
  let meter: CoverageMeter;

  beforeEach(() => {
    meter = new CoverageMeter();
  });

  afterEach(() => meter.close());

  const decode = (frame: string): void => void decodeClientFrame(frame, DEFAULT_LIMITS);

  async function reach(seed: number, isGuided: boolean): Promise<number> {
    const map = new CoverageMap();
    const corpus = new Corpus(FIRST, await createMutants(seed));
    meter.take();
    for (let doneCount = 0; doneCount < FRAME_COUNT; doneCount += ROUND_COUNT) {
      const frames = corpus.make(ROUND_COUNT);
      if (isGuided) runGuided(frames, decode, { corpus, meter, map });
      else frames.forEach(decode);
    }
    map.add(meter.take());
    return map.count;
  }

  it('comes further from one good frame than blind mutation does with as many frames', async () => {
    const seeds = [1, 2];
    for (const seed of seeds) {
      const [blind, guided] = [await reach(seed, false), await reach(seed, true)];
      expect({ seed, blind, guided, isFurther: guided > blind * 1.05 }).toMatchObject({ isFurther: true });
    }
  }, 60_000);

  it('keeps a frame that reaches new code, and only that', () => {
    const map = new CoverageMap();
    const seen: (readonly string[])[] = [];
    const corpus = new Corpus(FIRST, (frames, count) => {
      seen.push(frames);
      return frames.slice(0, count);
    });
    const known = '{"jsonrpc":"2.0","id":1,"method":"rpc.ping"}';
    const fresh = '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1,"add":2}}';
    runGuided([known], decode, { corpus, meter, map });
    const keptCount = corpus.keptCount;
    runGuided([known, fresh, known, fresh], decode, { corpus, meter, map });
    expect(corpus.keptCount - keptCount).toBe(1);
    corpus.make(3);
    expect(seen[0]).toContain(fresh);
  });
});
