import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { CodegenScenario } from './codegen-scenario.js';
import { API_PACKAGE, type CodegenWorkspace } from './codegen-workspace.js';

const RUNTIME = `export * from '@trunkline/client/generated';\nexport { default } from 'superjson';\n`;

/** What a page loads for a generated client, and for the runtime that all generated clients share. */
export const clientSize: CodegenScenario = {
  name: 'codegen-size',
  title: 'A page that imports the generated client of 500 procedures',
  metrics: [
    { name: 'gzip', title: 'minified and gzipped', unit: 'B' },
    { name: 'over', title: 'over the runtime', unit: 'B' },
  ],
  cases: [
    { name: 'runtime', title: 'the runtime, with superjson' },
    { name: 'trunkline', title: 'the generated client' },
  ],
  maxRounds: 1,
  async open(workspace) {
    await workspace.generateOnce();
    return {
      async measure(caseName) {
        const runtime = await bundle(RUNTIME, workspace);
        if (caseName === 'runtime') return { gzip: runtime };
        const gzip = await bundle(`${RUNTIME}export * from '${API_PACKAGE}';\n`, workspace);
        return { gzip, over: gzip - runtime };
      },
      close: () => Promise.resolve(),
    };
  },
};

/** In bytes, as a browser's bundler makes it. */
async function bundle(code: string, { folder }: CodegenWorkspace): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['browser'],
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
