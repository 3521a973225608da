import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Variant } from '../variants/variant.js';

// Run as installed, so that a variant is measured as its users run it. Our own packages are bundled from their sources.
const installedPackages = ['ws', 'zod', 'superjson', '@trpc/server', '@trpc/client'];

/** Where the JavaScript of the measured processes is. */
export interface BuiltProcesses {
  readonly serverScript: string;
  readonly clientScript: string;
  serverModuleUrl(variant: Variant): string;
  clientModuleUrl(variant: Variant): string;
  remove(): void;
}

/** Compiles everything that is measured, once, so that no measured process compiles TypeScript. */
export async function buildProcesses(benchRoot: string, variants: readonly Variant[]): Promise<BuiltProcesses> {
  const sources = join(benchRoot, 'src');
  // Below the project, so that packages are found where they are installed.
  const folder = join(benchRoot, 'dist', String(process.pid));
  mkdirSync(folder, { recursive: true });
  const modules = variants
    .filter(({ isCompetitor }) => !isCompetitor)
    .flatMap(({ server, client }) => [`servers/${server}`, `clients/${client}`]);
  await build({
    entryPoints: ['processes/server-process', 'processes/client-process', ...new Set(modules)].map((name) =>
      join(sources, `${name}.ts`),
    ),
    outdir: folder,
    outbase: sources,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@trunkline/source'],
    external: installedPackages.flatMap((name) => [name, `${name}/*`]),
    logLevel: 'warning',
  });
  const urlOf = (variant: Variant, part: 'server' | 'client'): string => {
    const path = variant.isCompetitor
      ? join(benchRoot, 'competitors', `${variant[part]}.${part}.mjs`)
      : join(folder, `${part}s`, `${variant[part]}.js`);
    return pathToFileURL(path).href;
  };
  return {
    serverScript: join(folder, 'processes/server-process.js'),
    clientScript: join(folder, 'processes/client-process.js'),
    serverModuleUrl: (variant) => urlOf(variant, 'server'),
    clientModuleUrl: (variant) => urlOf(variant, 'client'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
