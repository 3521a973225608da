import { lazy } from '@trpc/server';
import { brandsRouter } from './brands.js';
import { builtinsRouter } from './builtins.js';
import { computedRouter } from './computed.js';
import { customRouter } from './custom.js';
import { documentedRouter } from './documented.js';
import { edgesRouter } from './edges.js';
import { enumsRouter } from './enums.js';
import { genericsRouter } from './generics.js';
import { inferredRouter } from './inferred.js';
import { literalsRouter } from './literals.js';
import { mutationsRouter } from './mutations.js';
import { nestedRouter } from './nested.js';
import { nothingRouter } from './nothing.js';
import { objectsRouter } from './objects.js';
import { pipesRouter } from './pipes.js';
import { primitivesRouter } from './primitives.js';
import { recursionRouter } from './recursion.js';
import { t } from './root.js';
import { streamsRouter } from './streams.js';
import { tuplesRouter } from './tuples.js';
import { unionsRouter } from './unions.js';

/** Every construct that a router's types may hold, a family in each router. */
export const appRouter = t.router({
  brands: brandsRouter,
  builtins: builtinsRouter,
  computed: computedRouter,
  custom: customRouter,
  documented: documentedRouter,
  edges: edgesRouter,
  enums: enumsRouter,
  generics: genericsRouter,
  inferred: inferredRouter,
  literals: literalsRouter,
  mutations: mutationsRouter,
  nested: nestedRouter,
  nothing: nothingRouter,
  objects: objectsRouter,
  pipes: pipesRouter,
  primitives: primitivesRouter,
  recursion: recursionRouter,
  reports: lazy(() => import('./reports.js').then(({ reportsRouter }) => reportsRouter)),
  streams: streamsRouter,
  tuples: tuplesRouter,
  unions: unionsRouter,
  health: t.procedure.query(() => ({ ok: true as const })),
});

export type AppRouter = typeof appRouter;
