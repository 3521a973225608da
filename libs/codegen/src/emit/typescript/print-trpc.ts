import { printPropertyName } from './identifier.js';
import { printBlock } from './print-lines.js';
import { namesOf, type ProcedureTree } from './procedure-tree.js';
import { HEADER, nameIn, type TypescriptPlan } from './typescript-plan.js';

/** `trpc.ts`: the contract as the type of a router, for tRPC's own clients. Nothing of it is there at run time. */
export function printTrpc(plan: TypescriptPlan): string {
  const { contract, tree } = plan;
  const kinds = new Set(Object.values(contract.procedures).map(({ kind }) => kind));
  const procedureTypes = [
    ...(kinds.has('mutation') ? ['TRPCMutationProcedure'] : []),
    ...(kinds.has('query') ? ['TRPCQueryProcedure'] : []),
    ...(kinds.has('subscription') ? ['TRPCSubscriptionProcedure'] : []),
  ];
  return [
    `${HEADER}import type { ${['TRPCBuiltRouter', ...procedureTypes].join(', ')} } from '@trpc/server';`,
    "import type * as types from './types.js';",
    '',
    '/**',
    ' * The type of a router with these procedures, for `createTRPCClient` and what is made with it.',
    ' *',
    ' * @example',
    ' * const client = createTRPCClient<ApiRouter>({ links: [trunklineLink({ client: createClient({ url }) })] });',
    ' */',
    `export type ApiRouter = TRPCBuiltRouter<Root, Procedures>;`,
    '',
    'interface Root {',
    '  ctx: object;',
    '  meta: object;',
    '  errorShape: { message: string; code: number; data: types.ApiErrorData };',
    ...(contract.transformer === 'none' ? UNCERTAIN : ['  transformer: true;']),
    '}',
    '',
    '// An alias, because tRPC takes records that have an index, as no interface does.',
    `type Procedures = ${printRecord(tree, plan)};`,
    '',
  ].join('\n');
}

// With `false`, tRPC would make JSON's types of types that are JSON's already, which is slow and changes some of them.
const UNCERTAIN: readonly string[] = [
  '  // There is none; the types are already what JSON makes of them.',
  '  transformer: boolean;',
];

function printRecord(tree: ProcedureTree, plan: TypescriptPlan): string {
  return printBlock(
    namesOf(tree).map((name) => {
      const path = tree.procedures.get(name);
      const namespace = tree.namespaces.get(name);
      // A name that is both is one to tRPC: the procedure.
      const type = path === undefined ? namespace && printRecord(namespace, plan) : printProcedure(path, plan);
      return `${printPropertyName(name)}: ${type};`;
    }),
  );
}

function printProcedure(path: string, { contract, names }: TypescriptPlan): string {
  const { input, output } = nameIn(names.procedures, path);
  const kind = contract.procedures[path]?.kind;
  const definition = (type: string): string => `<{ input: types.${input}; output: ${type}; meta: unknown }>`;
  if (kind === 'subscription') return `TRPCSubscriptionProcedure${definition(`AsyncIterable<types.${output}>`)}`;
  return `${kind === 'mutation' ? 'TRPCMutationProcedure' : 'TRPCQueryProcedure'}${definition(`types.${output}`)}`;
}
