import { describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

/** The modules that a page loads for an import of one of the client's entries. */
async function modulesOf(code: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser', '@trunkline/source'],
  });
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path !== '<stdin>')
    .map(([path]) => path);
}

describe('the entry for generated clients', () => {
  it('brings nothing that createClient does not, but what is generated for', async () => {
    const inferred = await modulesOf("export { createClient, TrunklineError, GapError } from '@trunkline/client';");
    const generated = await modulesOf("export * from '@trunkline/client/generated';");
    const own = generated.filter((path) => !inferred.includes(path));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((path) => !path.includes('src/generated/'))).toEqual([]);
    expect(inferred.filter((path) => path.includes('src/generated/'))).toEqual([]);
  });

  it('brings only its own modules for TanStack Query', async () => {
    const modules = await modulesOf("export * from '@trunkline/client/generated/tanstack';");
    expect(modules.length).toBeGreaterThan(0);
    expect(modules.filter((path) => !path.includes('src/generated/tanstack/'))).toEqual([]);
  });
});
