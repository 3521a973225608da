import * as fc from 'fast-check';

/** Makes texts that are nearly frames, the same ones for the same seed. */
export type MakeMutants = (frames: readonly string[], count: number) => readonly string[];

type AnyFrame = (frames: readonly string[]) => fc.Arbitrary<string>;

/** The mutators of the protocol's own specs. They are not published, so they are loaded from their source. */
export async function createMutants(seed: number): Promise<MakeMutants> {
  const anyFrame = await loadAnyFrame();
  const arbitraries = new Map<readonly string[], fc.Arbitrary<string>>();
  let nextSeed = seed;
  return (frames, count) => {
    const arbitrary = arbitraries.get(frames) ?? anyFrame(frames);
    arbitraries.set(frames, arbitrary);
    nextSeed = (nextSeed + 1) | 0;
    return fc.sample(arbitrary, { numRuns: count, seed: nextSeed });
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
