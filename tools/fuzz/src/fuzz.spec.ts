import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fuzzClient } from './fuzz-client.js';
import { type FuzzRun, fuzzDecoders } from './fuzz-decoders.js';
import { fuzzServer } from './fuzz-server.js';

const SEED = 20_260;

describe('Fuzzed for a short time,', () => {
  const rejections: unknown[] = [];
  const keep = (reason: unknown): void => void rejections.push(reason);

  beforeEach(() => void process.on('unhandledRejection', keep));
  afterEach(() => void process.off('unhandledRejection', keep));

  it.each<[string, (run: FuzzRun) => Promise<unknown>, number]>([
    ['the decoders of both dialects and ends', fuzzDecoders, 20_000],
    ['the server', fuzzServer, 500],
    ['the client', fuzzClient, 200],
  ])(
    '%s do not crash, hang, grow or lose a rejection',
    async (_what, fuzz, frameCount) => {
      let doneCount = 0;
      await fuzz({ seed: SEED, frameCount, onProgress: (count) => (doneCount = count) });
      expect(doneCount).toBe(frameCount);
      expect(rejections).toEqual([]);
    },
    60_000,
  );
});
