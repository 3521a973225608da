import { isJsonRecord, stringOf } from '@trunkline/protocol';

export type ProcedureKind = 'query' | 'mutation' | 'subscription';

export interface ListedProcedure {
  readonly path: string;
  readonly kind: ProcedureKind;
  readonly summary: string;
  readonly isDeprecated: boolean;
}

/** What a command needs of the document that a server answers `rpc.discover` with. */
export interface ProcedureList {
  readonly title: string;
  readonly version: string;
  /** The router's transformer: `none`, `superjson`, `other`; undefined where the document does not say. */
  readonly transformer: string | undefined;
  readonly procedures: readonly ListedProcedure[];
}

/** Reads an OpenRPC document, or undefined for whatever is none. Methods of the protocol itself are left out. */
export function readProcedureList(document: unknown): ProcedureList | undefined {
  if (!isJsonRecord(document) || typeof document['openrpc'] !== 'string') return undefined;
  const methods: readonly unknown[] = Array.isArray(document['methods']) ? document['methods'] : [];
  return {
    title: stringOf(document['info'], 'title') ?? '',
    version: stringOf(document['info'], 'version') ?? '',
    transformer: stringOf(document, 'x-transformer'),
    procedures: methods.flatMap((method) => readMethod(method) ?? []),
  };
}

function readMethod(method: unknown): ListedProcedure | undefined {
  const path = stringOf(method, 'name');
  const kind = kinds.find((each) => each === stringOf(method, 'x-kind'));
  if (path === undefined || kind === undefined || !isJsonRecord(method)) return undefined;
  const summary = stringOf(method, 'summary') ?? stringOf(method, 'description') ?? '';
  return { path, kind, summary: summary.split('\n', 1)[0] ?? '', isDeprecated: method['deprecated'] === true };
}

const kinds: readonly ProcedureKind[] = ['query', 'mutation', 'subscription'];
