import type { Area } from './area.js';

/** A kind of procedure, of which each area has one. */
export interface ProcedureKind {
  /** What procedures of the kind are called, one or the other. */
  readonly verbs: readonly string[];
  /** What follows `t.procedure`. Every number has types of its own. */
  definition(id: number, area: Area): string;
  /** What a front end does with it: statements, with the procedure at `at`, such as `api.orders.byId`. */
  use(at: string, id: number): string;
}

const fields = (id: number) => `z.object({ id: z.string().uuid(), field${id}: z.number().int().min(0).optional() })`;
const page = (id: number) =>
  `z.object({ cursor: z.string().nullish(), limit: z.number().int().min(1).max(100).default(20), search${id}: z.string().optional() })`;
const own = (id: number) =>
  `z.object({ id: z.string(), value${id}: z.number(), nested: z.object({ at: z.date(), flags: z.array(z.enum(['a', 'b', 'c'])) }) })`;
const ownValue = (id: number) => `{ id, value${id}: 1, nested: { at: new Date(0), flags: ['a', 'b'] } }`;

/** The ten kinds. Five of them have an output schema. */
export const procedureKinds: readonly ProcedureKind[] = [
  {
    verbs: ['byId', 'get', 'find', 'open'],
    definition: (id) => `.input(${fields(id)}).query(() => load<Order>())`,
    use: (at, id) => `const order = await ${at}.query({ id, field${id}: 1 });
  shown.push(order.owner.email, order.owner.createdAt.toISOString(), String(order.lines[0]?.priceCents));`,
  },
  {
    verbs: ['list', 'page', 'recent', 'browse'],
    definition: (id) => `.input(${page(id)}).query(() => load<Page<Order>>())`,
    use: (at, id) => `const listed = await ${at}.query({ limit: 10, search${id}: 'a' });
  shown.push(String(listed.totalCount), ...listed.items.map(({ owner }) => owner.name ?? owner.id));`,
  },
  {
    verbs: ['details', 'preview', 'status', 'receipt'],
    definition: (id) => `.input(${fields(id)}).output(orderSchema).query(() => load<z.output<typeof orderSchema>>())`,
    use: (at) => `const detail = await ${at}.query({ id });
  shown.push(detail.notes ?? '', ...detail.lines.map(({ sku, count }) => sku.repeat(count)));`,
  },
  {
    verbs: ['save', 'update', 'edit', 'replace'],
    definition: (id) => `.input(${own(id)}).output(${own(id)}).mutation(({ input }) => input)`,
    use: (at, id) => `const saved = await ${at}.mutate(${ownValue(id)});
  shown.push(String(saved.value${id} + saved.nested.at.getTime()), saved.nested.flags.join());`,
  },
  {
    verbs: ['assign', 'approve', 'claim', 'transfer'],
    definition: (id) => `.input(${fields(id)}).mutation(async ({ input }) => {
    const order = await load<Order>();
    return { id: input.id, owner: order.owner, value${id}: input.field${id} ?? null, lineCount: order.lines.length, first: order.lines[0] };
  })`,
    use: (at, id) => `const assigned = await ${at}.mutate({ id });
  shown.push(assigned.owner.role, String((assigned.value${id} ?? 0) + assigned.lineCount), assigned.first?.sku ?? '');`,
  },
  {
    verbs: ['all', 'defaults', 'templates', 'presets'],
    definition: (id) => `.output(z.array(${own(id)})).query(() => [])`,
    use: (at, id) => `const all = await ${at}.query();
  shown.push(...all.map((each) => \`\${each.id} \${each.value${id}} \${each.nested.flags.length}\`));`,
  },
  {
    verbs: ['tree', 'outline', 'structure', 'hierarchy'],
    definition: (id) =>
      `.input(z.object({ folder${id}: z.string() })).query(({ input }) => ({ ...input, tree: { name: '', children: [] } as Folder, at: new Date() }))`,
    use: (at, id) => `const { tree, at, folder${id} } = await ${at}.query({ folder${id}: id });
  shown.push(tree.children[0]?.name ?? folder${id}, at.toISOString());`,
  },
  {
    verbs: ['change', 'adjust', 'amend', 'batch'],
    definition: (id) =>
      `.input(z.discriminatedUnion('kind', [z.object({ kind: z.literal('add'), value${id}: z.string() }), z.object({ kind: z.literal('remove'), ids: z.array(z.number()) })])).output(z.object({ done: z.boolean(), changed${id}: z.record(z.string(), z.number()) })).mutation(() => ({ done: true, changed${id}: {} }))`,
    use: (at, id) => `const changed = await ${at}.mutate({ kind: 'add', value${id}: id });
  shown.push(String(changed.done), ...Object.keys(changed.changed${id}));`,
  },
  {
    verbs: ['watch', 'live', 'updates', 'feed'],
    definition: (id, { summaryName }) => `.input(${fields(id)}).subscription(async function* () {
    yield await load<${summaryName}>();
  })`,
    use: (
      at,
    ) => `const live = ${at}.subscribe({ id }, { onData: ({ count, latest }) => shown.push(String(count), latest?.id ?? '') });
  live.unsubscribe();`,
  },
  {
    verbs: ['search', 'lookup', 'filter', 'match'],
    definition: (id) =>
      `.input(${page(id)}).output(z.object({ items: z.array(orderSchema), next${id}: z.string().nullable() })).query(() => ({ items: [], next${id}: null }))`,
    use: (at, id) => `const found = await ${at}.query({ cursor: null, limit: 5 });
  shown.push(found.next${id} ?? '', ...found.items.map((item) => item.id));`,
  },
];
