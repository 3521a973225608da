import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { printPackage } from './print-package.js';
import type { TypescriptOptions } from './typescript-options.js';
import { planTypescript } from './typescript-plan.js';

const manifestOf = (options: Partial<TypescriptOptions>, transformer = sampleContract.transformer): unknown =>
  JSON.parse(
    printPackage(planTypescript({ ...sampleContract, transformer }, { packageName: '@acme/api', ...options })),
  );

describe('printPackage', () => {
  it('has an entry for each that there is', () => {
    expect(manifestOf({ validators: true })).toMatchObject({
      name: '@acme/api',
      type: 'module',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './trpc': { types: './dist/trpc.d.ts' },
        './tanstack': {},
        './validators': {},
      },
      dependencies: { superjson: expect.any(String) },
      peerDependencies: { '@trpc/server': expect.any(String), zod: expect.any(String) },
      peerDependenciesMeta: { '@trpc/server': { optional: true }, zod: { optional: true } },
    });
  });

  it('hands out what servers and tools read', () => {
    expect(manifestOf({})).toMatchObject({
      exports: { './contract.json': './contract.json', './compatibility.json': './compatibility.json' },
      files: expect.arrayContaining(['dist', 'contract.json', 'compatibility.json', 'docs']),
    });
  });

  it('asks for nothing that it does not use', () => {
    const manifest = manifestOf({ trpc: false, tanstack: false }, 'none');
    expect(manifest).toMatchObject({ dependencies: { '@trunkline/client': expect.any(String) } });
    expect(JSON.stringify(manifest)).not.toMatch(/trpc|tanstack|zod|superjson/);
  });
});
