import { posix } from 'node:path';
import type { ApiPlan } from './api-options.js';

/** The files that an API begins with, by their path in the workspace. */
export function apiFiles(plan: ApiPlan): Readonly<Record<string, string>> {
  return { ...routerFiles(plan), ...serverFiles(plan), ...clientFiles(plan) };
}

/** The names of the packages. */
export function packageNames({ scope, name }: ApiPlan): Readonly<Record<'router' | 'server' | 'client', string>> {
  return { router: `${scope}/${name}-router`, server: `${scope}/${name}-server`, client: `${scope}/${name}-client` };
}

function routerFiles(plan: ApiPlan): Readonly<Record<string, string>> {
  const { router, name } = plan;
  return {
    [`${router}/package.json`]: json({
      name: packageNames(plan).router,
      version: '0.0.0',
      private: true,
      type: 'module',
      exports: { '.': './src/index.ts', './package.json': './package.json' },
    }),
    [`${router}/project.json`]: project(`${name}-router`, 'library', router, { typecheck: typecheck(router) }),
    [`${router}/tsconfig.json`]: tsconfig(),
    [`${router}/src/index.ts`]: ROUTER,
  };
}

function serverFiles(plan: ApiPlan): Readonly<Record<string, string>> {
  const { server, name, port } = plan;
  return {
    [`${server}/package.json`]: json({
      name: packageNames(plan).server,
      version: '0.0.0',
      private: true,
      type: 'module',
      dependencies: { [packageNames(plan).router]: '*' },
    }),
    [`${server}/project.json`]: project(`${name}-server`, 'application', server, {
      serve: { command: 'tsx watch src/main.ts', continuous: true, options: { cwd: server } },
      typecheck: typecheck(server),
    }),
    [`${server}/tsconfig.json`]: tsconfig(),
    [`${server}/src/main.ts`]: `import { appRouter } from '${packageNames(plan).router}';
import { serve } from '@trunkline/server';

const { url } = await serve({ router: appRouter, port: Number(process.env['PORT'] ?? ${port}) });
console.log(\`The ${name} API is at \${url}\`);
`,
  };
}

function clientFiles(plan: ApiPlan): Readonly<Record<string, string>> {
  const { client, router, name } = plan;
  const routerPath = posix.join(posix.relative(client, router), 'src/index.ts');
  return {
    [`${client}/package.json`]: json({
      name: packageNames(plan).client,
      version: '0.0.0',
      private: true,
      type: 'module',
      sideEffects: false,
      exports: {
        '.': entry('index'),
        './trpc': entry('trpc'),
        './tanstack': entry('tanstack'),
        './contract.json': './contract.json',
        './compatibility.json': './compatibility.json',
        './package.json': './package.json',
      },
      dependencies: { '@trunkline/client': '*', superjson: '*' },
    }),
    [`${client}/project.json`]: project(`${name}-client`, 'library', client, {
      typecheck: { ...typecheck(client), syncGenerators: ['@trunkline/nx:sync'] },
      build: {
        command: 'trunkline generate',
        options: { cwd: client },
        syncGenerators: ['@trunkline/nx:sync'],
      },
    }),
    [`${client}/tsconfig.json`]: tsconfig(),
    [`${client}/trunkline.config.ts`]: `import { defineConfig } from '@trunkline/cli';

export default defineConfig({
  router: '${routerPath}#appRouter',
  out: '.',
});
`,
  };
}

function entry(name: string): object {
  return { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
}

function typecheck(folder: string): object {
  return { command: 'tsc -p tsconfig.json --noEmit', options: { cwd: folder } };
}

function project(name: string, projectType: string, root: string, targets: object): string {
  return json({ name, projectType, sourceRoot: `${root}/src`, targets });
}

function tsconfig(): string {
  return json({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom'],
      module: 'nodenext',
      moduleResolution: 'nodenext',
      types: ['node'],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include: ['src'],
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const ROUTER = `import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import * as z from 'zod';

const t = initTRPC.create({ transformer: superjson });

interface Note {
  readonly id: number;
  readonly text: string;
  readonly writtenAt: Date;
}

const notes: Note[] = [];
const listeners = new Set<(note: Note) => void>();

/** Everything that can be called. Clients are generated from it. */
export const appRouter = t.router({
  notes: t.router({
    /** All notes, the oldest first. */
    list: t.procedure.query(() => notes),

    /** Keeps a note, and gives it as it was kept. */
    add: t.procedure.input(z.object({ text: z.string().min(1).max(1000) })).mutation(({ input }) => {
      const note: Note = { id: notes.length + 1, text: input.text, writtenAt: new Date() };
      notes.push(note);
      for (const tell of listeners) tell(note);
      return note;
    }),

    /** Each note from now on. */
    onAdd: t.procedure.subscription(async function* ({ signal }) {
      const waiting: Note[] = [];
      let wake = (): void => undefined;
      const tell = (note: Note): void => {
        waiting.push(note);
        wake();
      };
      listeners.add(tell);
      signal?.addEventListener('abort', () => wake());
      try {
        while (signal?.aborted !== true) {
          const note = waiting.shift();
          if (note !== undefined) yield note;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        listeners.delete(tell);
      }
    }),
  }),
});

export type AppRouter = typeof appRouter;
`;
