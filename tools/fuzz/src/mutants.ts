import * as fc from 'fast-check';
import { Dice } from './dice.js';
import { SAMPLE_FRAMES } from './sample-frames.js';
import { Words } from './word-mutants.js';

/** Makes texts that are nearly frames, the same ones for the same seed. */
export type MakeMutants = (frames: readonly string[], count: number) => readonly string[];

type AnyFrame = (frames: readonly string[]) => fc.Arbitrary<string>;

/**
 * The mutators of the protocol's own specs, which are not published and so are loaded from their source, and for every
 * other frame the words of both dialects in a wrong place.
 */
export async function createMutants(seed: number): Promise<MakeMutants> {
  const anyFrame = await loadAnyFrame();
  const arbitraries = new WeakMap<readonly string[], fc.Arbitrary<string>>();
  const [words, dice] = [new Words(Object.values(SAMPLE_FRAMES).flat()), new Dice(seed)];
  let nextSeed = seed;
  return (frames, count) => {
    const arbitrary = arbitraries.get(frames) ?? anyFrame(frames);
    arbitraries.set(frames, arbitrary);
    nextSeed = (nextSeed + 1) | 0;
    const mutants = fc.sample(arbitrary, { numRuns: Math.ceil(count / 2), seed: nextSeed });
    while (mutants.length < count) {
      const frame = frames[dice.below(frames.length)] ?? '{}';
      mutants.push(words.mutate(frame, dice));
    }
    return mutants;
  };
}

async function loadAnyFrame(): Promise<AnyFrame> {
  const file = new URL('../../../libs/protocol/src/testing/mutations.ts', import.meta.url).href;
  const module: unknown = await import(file);
  const anyFrame: unknown = typeof module === 'object' && module !== null && Reflect.get(module, 'anyFrame');
  if (typeof anyFrame !== 'function') throw new Error(`${file} no longer exports anyFrame.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Loaded by its path, it has no type.
  return anyFrame as AnyFrame;
}
