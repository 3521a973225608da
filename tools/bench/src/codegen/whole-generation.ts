import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from '../scenarios/scenario.js';
import type { CodegenScenario } from './codegen-scenario.js';
import type { CodegenWorkspace } from './codegen-workspace.js';
import { runCompiler } from './run-compiler.js';

/** The time of a command from its start to its end, processes included: a type check of the router, and generating from it. */
export const wholeGeneration: CodegenScenario = {
  name: 'codegen-whole',
  title: 'Generating a client for 500 procedures, and a type check of the same router',
  metrics: [
    { name: 'whole', title: 'the whole command', unit: 'ms' },
    { name: 'schemas', title: 'the import', unit: 'ms' },
    { name: 'types', title: 'beside it, the compiler', unit: 'ms' },
    { name: 'merge', title: 'merging', unit: 'ms' },
    { name: 'emit', title: 'printing', unit: 'ms' },
    { name: 'write', title: 'writing', unit: 'ms' },
  ],
  cases: [
    { name: 'tsc', title: '`tsc --noEmit` (TypeScript 7)' },
    { name: 'trunkline', title: 'generating' },
  ],
  open: (workspace) =>
    Promise.resolve({
      measure: (caseName) => (caseName === 'tsc' ? checkRouter(workspace) : generateAnew(workspace)),
      close: () => Promise.resolve(),
    }),
};

/** A type check of the router, as users run it. */
export async function checkRouter({ routerFolder }: CodegenWorkspace): Promise<Sample> {
  const startedAt = performance.now();
  await runCompiler('TypeScript 7', ['-p', '.', '--noEmit'], routerFolder);
  return { whole: performance.now() - startedAt };
}

async function generateAnew(workspace: CodegenWorkspace): Promise<Sample> {
  const outFolder = join(workspace.folder, 'anew');
  rmSync(outFolder, { recursive: true, force: true });
  const startedAt = performance.now();
  const generator = await workspace.openGenerator(outFolder);
  try {
    const { stepsMs } = await generator.ask('generate');
    await generator.ask('close');
    await generator.end();
    return { whole: performance.now() - startedAt, ...stepsMs };
  } finally {
    await generator.end();
  }
}
