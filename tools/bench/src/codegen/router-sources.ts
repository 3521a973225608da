import type { Area } from './area.js';
import { areasOf } from './areas.js';
import { procedureKinds } from './procedure-kinds.js';

/** The text of a file by its path. */
export type SourceFiles = ReadonlyMap<string, string>;

/**
 * A router as large applications have them: a file for every ten procedures, zod inputs, half of the outputs inferred from what
 * the resolver returns, and interfaces that all of them share.
 */
export function createRouterSources(procedureCount: number): SourceFiles {
  const areas = areasOf(procedureCount);
  return new Map([
    ['root.ts', ROOT],
    ['models.ts', MODELS],
    ...areas.map((area) => [pathOfArea(area), areaText(area)] as const),
    ['router.ts', routerText(areas)],
  ]);
}

/** The file of an area, below the folder of the router. */
export function pathOfArea({ name }: Area): string {
  return `areas/${name}.ts`;
}

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

function areaText(area: Area): string {
  const procedures = area.procedureNames.map((name, kind) => {
    const id = area.index * procedureKinds.length + kind;
    return `  /** Number ${id}. */\n  ${name}: t.procedure${procedureKinds[kind]?.definition(id, area)},`;
  });
  return `import { z } from 'zod';
import { load, orderSchema, type Folder, type Line, type Order, type Page, type User } from '../models.js';
import { t } from '../root.js';

/** What is particular to ${area.name}. */
export interface ${area.summaryName} {
  area: ${area.index};
  /** How often it was asked for. */
  count: number;
  latest: Order | null;
}

export const ${area.name} = t.router({
${procedures.join('\n')}
});

export type Models = Folder | Line | User | Page<Order> | ${area.summaryName};
`;
}

function routerText(areas: readonly Area[]): string {
  const imports = areas.map(({ name }) => `import { ${name} } from './areas/${name}.js';`);
  return `${imports.join('\n')}
import { t } from './root.js';

export const appRouter = t.router({
${areas.map(({ name }) => `  ${name},`).join('\n')}
});

export type AppRouter = typeof appRouter;
`;
}
