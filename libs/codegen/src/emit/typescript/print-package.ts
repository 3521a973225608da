import type { TypescriptPlan } from './typescript-plan.js';

/**
 * The `package.json` of a generated package: a beginning, which its owner may change. Node and browsers get the same files;
 * the client that they stand on chooses the socket of each.
 */
export function printPackage({ contract, options }: TypescriptPlan): string {
  const { packageName, trpc = true, tanstack = true, validators = false } = options;
  const entries = [
    'index',
    ...(trpc ? ['trpc'] : []),
    ...(tanstack ? ['tanstack'] : []),
    ...(validators ? ['validators'] : []),
  ];
  const manifest = {
    name: packageName,
    version: '0.0.0',
    private: true,
    type: 'module',
    engines: { node: '>=20.19.0' },
    sideEffects: false,
    exports: {
      ...Object.fromEntries(entries.map((entry) => [entry === 'index' ? '.' : `./${entry}`, exportOf(entry)])),
      './contract.json': './contract.json',
      './compatibility.json': './compatibility.json',
      './docs/*': './docs/*',
      './package.json': './package.json',
    },
    files: ['dist', 'src', 'docs', 'contract.json', 'compatibility.json'],
    dependencies: {
      '@trunkline/client': '^0.1.0',
      ...(contract.transformer === 'superjson' && { superjson: '^2.2.0' }),
    },
    ...peers({ ...(trpc && { '@trpc/server': '^11.18.0' }), ...(validators && { zod: '^4.3.0' }) }),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function exportOf(entry: string): object {
  return { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` };
}

// Only who uses the entry needs them.
function peers(versions: Readonly<Record<string, string>>): object {
  const names = Object.keys(versions);
  if (names.length === 0) return {};
  return {
    peerDependencies: versions,
    peerDependenciesMeta: Object.fromEntries(names.map((name) => [name, { optional: true }])),
  };
}
