import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextCompatibility } from '../breaking/compatibility.js';
import { gives, text } from '../breaking/contract-builder.spec-support.js';
import type { Contract } from '../contract/contract.js';
import { keepUnchanged } from '../contract/keep-unchanged.js';
import { hashOf } from '../contract/shape.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import { PrintMemory } from '../emit/print-memory.js';
import { editedContractArbitrary } from '../testing/edit-contract.js';
import { emitPackage } from './emit-package.js';
import type { GenerateSettings } from './generate-settings.js';
import { readGeneratedList } from './generated-list.js';
import type { GeneratePlan } from './plan.js';

const contract = gives(text);

const planOf = (settings: Partial<GenerateSettings>): GeneratePlan => ({
  settings: { router: 'a.ts#a', out: 'api', ...settings },
  routerPath: '/a.ts',
  exportName: 'a',
  tsconfigPaths: [],
  outFolder: '/api',
  packageName: '@acme/api',
});

async function emit(settings: Partial<GenerateSettings> = {}): Promise<ReadonlyMap<string, string>> {
  const files = await emitPackage(contract, nextCompatibility(undefined, undefined, contract), planOf(settings));
  return new Map(files.map((file) => [file.path, file.text]));
}

describe('emitPackage', () => {
  it('makes everything that nobody turned off, and a list of it', async () => {
    const files = await emit();
    const names = ['contract.json', 'compatibility.json', 'src/client.ts', 'dist/client.js', 'docs/openrpc.json'];
    expect([...files.keys()]).toEqual(expect.arrayContaining(names));
    expect(readGeneratedList(files.get('generated.json') ?? '')).toEqual(
      [...files.keys()].filter((path) => path !== 'package.json').toSorted(),
    );
    expect([...files.keys()].filter((path) => path.startsWith('python/'))).toEqual([]);
  });

  it('leaves out what is turned off, and makes what is asked for', async () => {
    const made = await emit({ compile: false, documents: false, trpc: false, python: 'acme_api' });
    const files = [...made.keys()];
    expect(files.filter((path) => /^(?:dist|docs)\/|trpc/u.test(path))).toEqual([]);
    expect(files).toContain('python/acme_api/client.py');
  });

  it('names documents after the package and the contract, unless told otherwise', async () => {
    expect(JSON.parse((await emit()).get('docs/openrpc.json') ?? '')).toMatchObject({
      info: { title: '@acme/api', version: hashOf(contract) },
    });
    const about = { title: 'Acme', version: '2.1.0', description: 'All of it.', url: 'wss://acme.example/rpc' };
    expect(JSON.parse((await emit(about)).get('docs/openrpc.json') ?? '')).toMatchObject({
      info: { title: 'Acme', version: '2.1.0', description: 'All of it.' },
      servers: [{ url: 'wss://acme.example/rpc' }],
    });
  });

  it('makes the same whatever it remembers of the contract before', async () => {
    const plan = planOf({ compile: false, validators: true });
    const make = (made: Contract, memory?: PrintMemory): Promise<readonly GeneratedFile[]> =>
      emitPackage(made, nextCompatibility(undefined, undefined, made), plan, memory);
    await fc.assert(
      fc.asyncProperty(editedContractArbitrary(2), editedContractArbitrary(2), async (edited, other) => {
        const memory = new PrintMemory();
        let before = edited.before;
        for (const next of [edited.before, edited.after, edited.before, other.before, other.after]) {
          const kept = keepUnchanged(before, structuredClone(next));
          expect(await make(kept, memory)).toEqual(await make(next));
          before = kept;
        }
      }),
    );
  });
});
