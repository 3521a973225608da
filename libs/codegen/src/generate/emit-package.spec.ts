import { describe, expect, it } from '@jest/globals';
import { nextCompatibility } from '../breaking/compatibility.js';
import { gives, text } from '../breaking/contract-builder.spec-support.js';
import { hashOf } from '../contract/shape.js';
import { emitPackage } from './emit-package.js';
import type { GenerateSettings } from './generate-settings.js';
import { readGeneratedList } from './generated-list.js';

const contract = gives(text);

function emit(settings: Partial<GenerateSettings> = {}): ReadonlyMap<string, string> {
  const plan = {
    settings: { router: 'a.ts#a', out: 'api', ...settings },
    routerPath: '/a.ts',
    exportName: 'a',
    tsconfigPaths: [],
    outFolder: '/api',
    packageName: '@acme/api',
  };
  const files = emitPackage(contract, nextCompatibility(undefined, undefined, contract), plan);
  return new Map(files.map((file) => [file.path, file.text]));
}

describe('emitPackage', () => {
  it('makes everything that nobody turned off, and a list of it', () => {
    const files = emit();
    const names = ['contract.json', 'compatibility.json', 'src/client.ts', 'dist/client.js', 'docs/openrpc.json'];
    expect([...files.keys()]).toEqual(expect.arrayContaining(names));
    expect(readGeneratedList(files.get('generated.json') ?? '')).toEqual(
      [...files.keys()].filter((path) => path !== 'package.json').toSorted(),
    );
    expect([...files.keys()].filter((path) => path.startsWith('python/'))).toEqual([]);
  });

  it('leaves out what is turned off, and makes what is asked for', () => {
    const files = [...emit({ compile: false, documents: false, trpc: false, python: 'acme_api' }).keys()];
    expect(files.filter((path) => /^(?:dist|docs)\/|trpc/u.test(path))).toEqual([]);
    expect(files).toContain('python/acme_api/client.py');
  });

  it('names documents after the package and the contract, unless told otherwise', () => {
    expect(JSON.parse(emit().get('docs/openrpc.json') ?? '')).toMatchObject({
      info: { title: '@acme/api', version: hashOf(contract) },
    });
    const about = { title: 'Acme', version: '2.1.0', description: 'All of it.', url: 'wss://acme.example/rpc' };
    expect(JSON.parse(emit(about).get('docs/openrpc.json') ?? '')).toMatchObject({
      info: { title: 'Acme', version: '2.1.0', description: 'All of it.' },
      servers: [{ url: 'wss://acme.example/rpc' }],
    });
  });
});
