import { unreachable } from '@trunkline/protocol';
import { compareText } from '../../contract/canonical.js';
import type { ProcedureContract, ProcedureKind, Transformer } from '../../contract/contract.js';
import { hashOf, shapesOf } from '../../contract/shape.js';
import { linesOfDocumented, printComment } from './doc-comment.js';
import { printKey, printPropertyName, quote } from './identifier.js';
import { printBlock } from './print-lines.js';
import { namesOf, namespacesOf, type ProcedureTree } from './procedure-tree.js';
import { HEADER, nameIn, type TypescriptPlan } from './typescript-plan.js';

/** `client.ts`: an interface for each namespace, what the client knows of its contract, and `createClient`. */
export function printClient(plan: TypescriptPlan): string {
  const { contract, names, tree } = plan;
  return [
    HEADER + printImports(plan),
    `/** The procedures, by name. */\nexport interface Api ${printNamespace(tree, plan)}\n`,
    ...namespacesOf(tree).map(
      (namespace) =>
        `${printComment([`The procedures of \`${namespace.path}\`.`])}export interface ${nameIn(names.namespaces, namespace.path)} ${printNamespace(namespace, plan)}\n`,
    ),
    '/** The procedures, and the methods of the connection. */\nexport type ApiClient = ClientMethods & Api;\n',
    printOptions(contract.transformer),
    printContract(plan),
    printCreate(contract.transformer),
  ].join('\n');
}

function printImports({ contract }: TypescriptPlan): string {
  const kinds = new Set(Object.values(contract.procedures).map(({ kind }) => kind));
  const hasPacked = Object.keys(contract.procedures).some((path) => isPackable(path.slice(path.lastIndexOf('.') + 1)));
  const imported = [
    'type ClientMethods',
    'type ClientOptions',
    ...(contract.transformer === 'none' ? [] : ['type ClientTransformer']),
    'type ContractMark',
    'createGeneratedClient',
    ...(kinds.has('mutation') ? ['type Mutation'] : []),
    ...(kinds.has('query') ? ['type Query'] : []),
    ...(hasPacked ? ['readShapes'] : []),
    ...(kinds.has('subscription') ? ['type Subscription'] : []),
  ];
  return [
    `import {\n${imported.map((name) => `  ${name},\n`).join('')}} from '@trunkline/client/generated';\n`,
    contract.transformer === 'superjson' ? "import superjson from 'superjson';\n" : '',
    kinds.size === 0 ? '' : "import type * as types from './types.js';\n",
  ].join('');
}

function printNamespace(tree: ProcedureTree, plan: TypescriptPlan): string {
  return printBlock(
    namesOf(tree).map((name) => {
      const path = tree.procedures.get(name);
      const namespace = tree.namespaces.get(name);
      const parts = [
        ...(path === undefined ? [] : [printProcedure(path, plan)]),
        ...(namespace === undefined ? [] : [nameIn(plan.names.namespaces, namespace.path)]),
      ];
      const procedure = path === undefined ? undefined : plan.contract.procedures[path];
      return `${printComment(linesOfProcedure(procedure))}readonly ${printPropertyName(name)}: ${parts.join(' & ')};`;
    }),
  );
}

function printProcedure(path: string, { contract, names }: TypescriptPlan): string {
  const { input, output, error } = nameIn(names.procedures, path);
  const kind = nameOfKind(contract.procedures[path]?.kind ?? 'query');
  return `${kind}<types.${input}, types.${output}, types.${error ?? 'ApiError'}>`;
}

function linesOfProcedure(procedure: ProcedureContract | undefined): readonly string[] {
  if (procedure === undefined) return [];
  const { doc, deprecated, errors = {} } = procedure;
  const codes = Object.keys(errors).toSorted(compareText);
  return [
    ...linesOfDocumented({ doc }),
    ...codes.map((code) => `@throws ${code} ${errors[code] ?? ''}`.trimEnd()),
    ...linesOfDocumented({ deprecated }),
  ];
}

function nameOfKind(kind: ProcedureKind): string {
  switch (kind) {
    case 'query':
      return 'Query';
    case 'mutation':
      return 'Mutation';
    case 'subscription':
      return 'Subscription';
    default:
      return unreachable(kind);
  }
}

function printOptions(transformer: Transformer): string {
  const head = '/** What a client is made with. */\nexport';
  switch (transformer) {
    case 'none':
      return `${head} type ApiOptions = ClientOptions;\n`;
    case 'superjson':
      return `${head} interface ApiOptions extends ClientOptions {
  /** A superjson of your own, for one that knows more classes. @default superjson */
  readonly transformer?: ClientTransformer | undefined;
}
`;
    case 'other':
      return `${head} interface ApiOptions extends ClientOptions {
  /** The same transformer as the server's. */
  readonly transformer: ClientTransformer;
}
`;
    default:
      return unreachable(transformer);
  }
}

function printContract({ contract, tree }: TypescriptPlan): string {
  const shapes = shapesOf(contract);
  const packed = [tree, ...namespacesOf(tree)].flatMap((namespace) => {
    const names = [...namespace.procedures].filter(([name]) => isPackable(name));
    if (names.length === 0) return [];
    const text = names.map(([name]) => name).join(' ');
    return [`${printKey(namespace.path)}: [${quote(text)}, ${quote(names.map(([, path]) => shapes[path]).join(''))}],`];
  });
  const others = Object.entries(shapes)
    .filter(([path]) => !isPackable(path.slice(path.lastIndexOf('.') + 1)))
    .map(([path, shape]) => `${printKey(path)}: ${quote(shape)},`);
  const table = packed.length === 0 ? '{}' : `readShapes(${printBlock(packed)})`;
  const all = others.length === 0 ? table : printBlock([`...${table},`, ...others]);
  return [
    printComment(['The contract that this was made from, which the server is told.']),
    `export const contract: ContractMark = ${printBlock([`hash: ${quote(hashOf(contract))},`, `shapes: ${all},`])};\n`,
  ].join('');
}

// Names are packed with spaces between them.
function isPackable(name: string): boolean {
  return !name.includes(' ');
}

function printCreate(transformer: Transformer): string {
  const options =
    transformer === 'superjson' ? '{ ...options, transformer: options.transformer ?? superjson }' : 'options';
  return `/**
 * A client of the API over one WebSocket, which it opens when something needs it.
 *
 * @example
 * const api = createClient({ url: 'wss://example.com/rpc' });
 */
export function createClient(options: ApiOptions): ApiClient {
  return createGeneratedClient<Api>(contract, ${options});
}
`;
}
