import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { CompilerReading } from '../reading.js';
import { readTypes } from './read-types.js';

const library = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

function readSample(engine: 'native' | 'classic', exportName = 'appRouter'): Promise<CompilerReading> {
  return readTypes({
    tsconfigPath: join(library, 'tsconfig.json'),
    routerPath: join(library, 'src/testing/sample/app-router.ts'),
    exportName,
    engine,
  });
}

describe('readTypes', () => {
  it('reads the same from both compilers, to the byte, and from the type of the router as from the router', async () => {
    const native = await readSample('native');
    const classic = await readSample('classic');
    const byType = await readSample('native', 'AppRouter');
    expect(JSON.stringify(classic, null, 1)).toBe(JSON.stringify(native, null, 1));
    expect(byType).toEqual(native);
    expect(Object.keys(native.procedures).length).toBeGreaterThanOrEqual(60);
  }, 60_000);
});
