import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many procedures stand in one file of a big router. */
export const PROCEDURES_PER_FILE = 10;

/** Where a big router was written. */
export interface BigRouter {
  readonly tsconfigPath: string;
  /** The file that exports `appRouter`. */
  readonly routerPath: string;
  /** The files of its sub-routers, of ten procedures each. */
  readonly routerFiles: readonly string[];
}

/**
 * Writes a router as large applications have them: a file for every ten procedures, zod inputs, half of the outputs inferred
 * from what the resolver returns, and interfaces that are shared by all. The folder need not lie within this repository:
 * its `node_modules` is a link to ours.
 */
export async function writeBigRouter(folder: string, procedureCount: number): Promise<BigRouter> {
  const fileCount = Math.ceil(procedureCount / PROCEDURES_PER_FILE);
  const names = Array.from({ length: fileCount }, (_, index) => `area${String(index).padStart(3, '0')}`);
  await mkdir(join(folder, 'areas'), { recursive: true });
  await linkPackages(folder);
  await writeFile(join(folder, 'package.json'), '{ "name": "big-router", "private": true, "type": "module" }\n');
  await writeFile(join(folder, 'tsconfig.json'), TSCONFIG);
  await writeFile(join(folder, 'root.ts'), ROOT);
  await writeFile(join(folder, 'models.ts'), MODELS);
  for (const [index, name] of names.entries()) {
    const count = Math.min(PROCEDURES_PER_FILE, procedureCount - index * PROCEDURES_PER_FILE);
    await writeFile(join(folder, 'areas', `${name}.ts`), areaText(name, index, count));
  }
  const routerPath = join(folder, 'router.ts');
  await writeFile(routerPath, routerText(names));
  return {
    tsconfigPath: join(folder, 'tsconfig.json'),
    routerPath,
    routerFiles: names.map((name) => join(folder, 'areas', `${name}.ts`)),
  };
}

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2023"],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "types": [],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["**/*.ts"]
}
`;

const ROOT = `import { initTRPC } from '@trpc/server';
import superjson from 'superjson';

export const t = initTRPC.context<{ userId: string }>().create({ transformer: superjson });
`;

const MODELS = `import { z } from 'zod';

/** Who may sign in. */
export interface User {
  id: string;
  /** As it was confirmed. */
  email: string;
  name: string | null;
  role: Role;
  createdAt: Date;
  tags: Set<string>;
}

export type Role = 'admin' | 'member' | 'guest';

export enum Status {
  Open = 'open',
  Paid = 'paid',
  Sent = 'sent',
}

export interface Line {
  sku: string;
  count: number;
  priceCents: bigint;
}

export interface Order {
  id: string;
  status: Status;
  owner: User;
  lines: Line[];
  notes?: string;
  history: { at: Date; by: User; from: Status; to: Status }[];
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  totalCount: number;
}

export interface Folder {
  name: string;
  children: Folder[];
}

export const orderSchema = z.object({
  id: z.string(),
  status: z.enum(Status),
  lines: z.array(z.object({ sku: z.string(), count: z.number().int(), priceCents: z.bigint() })),
  notes: z.string().optional(),
});

/** Stands for what an application asks of its database. */
export function load<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
`;

function areaText(name: string, area: number, count: number): string {
  const procedures = Array.from({ length: count }, (_, index) =>
    procedureText(area * PROCEDURES_PER_FILE + index, index),
  );
  return `import { z } from 'zod';
import { load, orderSchema, type Folder, type Line, type Order, type Page, type User } from '../models.js';
import { t } from '../root.js';

/** What is particular to this area. */
export interface Summary${area} {
  area: ${area};
  /** How often it was asked for. */
  count: number;
  latest: Order | null;
}

export const ${name} = t.router({
${procedures.join('\n')}
});

export type Models = Folder | Line | User | Page<Order> | Summary${area};
`;
}

/** The ten kinds of procedures of which each file has one. Five of them have an output schema. */
function procedureText(id: number, kind: number): string {
  const at = `  /** Number ${id}. */\n  procedure${kind}: t.procedure`;
  const fields = `z.object({ id: z.string().uuid(), field${id}: z.number().int().min(0).optional() })`;
  const page = `z.object({ cursor: z.string().nullish(), limit: z.number().int().min(1).max(100).default(20), search${id}: z.string().optional() })`;
  const own = `z.object({ id: z.string(), value${id}: z.number(), nested: z.object({ at: z.date(), flags: z.array(z.enum(['a', 'b', 'c'])) }) })`;
  const area = Math.floor(id / PROCEDURES_PER_FILE);
  const texts = [
    `.input(${fields}).query(() => load<Order>()),`,
    `.input(${page}).query(() => load<Page<Order>>()),`,
    `.input(${fields}).output(orderSchema).query(() => load<z.output<typeof orderSchema>>()),`,
    `.input(${own}).output(${own}).mutation(({ input }) => input),`,
    `.input(${fields}).mutation(async ({ input }) => {
      const order = await load<Order>();
      return { id: input.id, owner: order.owner, value${id}: input.field${id} ?? null, lineCount: order.lines.length, first: order.lines[0] };
    }),`,
    `.output(z.array(${own})).query(() => []),`,
    `.input(z.object({ folder${id}: z.string() })).query(({ input }) => ({ ...input, tree: { name: '', children: [] } as Folder, at: new Date() })),`,
    `.input(z.discriminatedUnion('kind', [z.object({ kind: z.literal('add'), value${id}: z.string() }), z.object({ kind: z.literal('remove'), ids: z.array(z.number()) })])).output(z.object({ done: z.boolean(), changed${id}: z.record(z.string(), z.number()) })).mutation(() => ({ done: true, changed${id}: {} })),`,
    `.input(${fields}).subscription(async function* () {
      yield await load<Summary${area}>();
    }),`,
    `.input(${page}).output(z.object({ items: z.array(orderSchema), next${id}: z.string().nullable() })).query(() => ({ items: [], next${id}: null })),`,
  ];
  const text = texts[kind % texts.length] ?? '';
  return `${at}${text}`;
}

function routerText(names: readonly string[]): string {
  const imports = names.map((name) => `import { ${name} } from './areas/${name}.js';`);
  return `${imports.join('\n')}
import { t } from './root.js';

export const appRouter = t.router({
${names.map((name) => `  ${name},`).join('\n')}
});
`;
}

async function linkPackages(folder: string): Promise<void> {
  const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules')).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  });
}
