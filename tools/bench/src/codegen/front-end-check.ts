import { join } from 'node:path';
import type { NamedCase } from '../report/table.js';
import type { CodegenScenario, CodegenSession } from './codegen-scenario.js';
import { API_PACKAGE, type CodegenWorkspace } from './codegen-workspace.js';
import { createFrontEndSources } from './front-end-sources.js';
import { type CompilerName, readDiagnostics, runCompiler } from './run-compiler.js';
import { writeSources } from './write-sources.js';

/** What a type check of a front end costs with each way of having its client's types. */
export function createFrontEndCheck(name: string, compiler: CompilerName, maxRounds: number): CodegenScenario {
  return {
    name,
    title: `A type check of a front end that calls 50 of 500 procedures, by ${compiler}`,
    metrics: [
      { name: 'instantiations', title: 'instantiations', unit: '' },
      { name: 'check', title: 'check time', unit: 'ms' },
      { name: 'whole', title: 'the whole command', unit: 'ms' },
      { name: 'memory', title: 'memory', unit: 'MB' },
    ],
    cases: frontEnds,
    maxRounds,
    open: (workspace) => openFrontEnds(workspace, compiler),
  };
}

interface FrontEnd extends NamedCase {
  /** Makes `api`, with the router two folders up. */
  readonly apiText: string;
}

const trpcClient = (router: string, from: string) => `import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { ${router} } from '${from}';
import superjson from 'superjson';

export const api = createTRPCClient<${router}>({ links: [httpBatchLink({ url: '/rpc', transformer: superjson })] });
`;

const frontEnds: readonly FrontEnd[] = [
  {
    name: 'trpc',
    title: "tRPC's client, types inferred from the router",
    apiText: trpcClient('AppRouter', '../../router/router.js'),
  },
  {
    name: 'trpc-declared',
    title: "tRPC's client, from the router's emitted `.d.ts`",
    apiText: trpcClient('AppRouter', '../../declared/router.js'),
  },
  {
    name: 'inferred',
    title: 'Trunkline, types inferred from the router',
    apiText: `import { createClient } from '@trunkline/client';
import type { AppRouter } from '../../router/router.js';
import superjson from 'superjson';

export const api = createClient<AppRouter>({ url: '/rpc', transformer: superjson });
`,
  },
  {
    name: 'generated-trpc',
    title: "tRPC's client, types generated",
    apiText: trpcClient('ApiRouter', `${API_PACKAGE}/trpc`),
  },
  {
    name: 'trunkline',
    title: 'Trunkline, the generated client',
    apiText: `import { createClient } from '${API_PACKAGE}';\n\nexport const api = createClient({ url: '/rpc' });\n`,
  },
];

async function openFrontEnds(workspace: CodegenWorkspace, compiler: CompilerName): Promise<CodegenSession> {
  await workspace.generateOnce();
  await workspace.declareOnce();
  for (const { name, apiText } of frontEnds) {
    writeSources(folderOf(workspace, name), createFrontEndSources(apiText, workspace.size));
  }
  return {
    async measure(caseName) {
      const printed = await runCompiler(compiler, ['-p', '.', '--extendedDiagnostics'], folderOf(workspace, caseName));
      const { instantiations, checkMs, totalMs, memoryMb } = readDiagnostics(printed);
      return { instantiations, check: checkMs, whole: totalMs, memory: memoryMb };
    },
    close: () => Promise.resolve(),
  };
}

function folderOf({ folder }: CodegenWorkspace, name: string): string {
  return join(folder, 'front-ends', name);
}
