/** What to generate from which router, and where to. Paths are relative to the folder of the configuration. */
export interface GenerateSettings {
  /** The file and the name of the router's export: `src/router.ts#appRouter`. */
  readonly router: string;
  /** The folder of the generated package. */
  readonly out: string;
  /** The TypeScript configuration of the router's project. @default the nearest `tsconfig.json` above the router's file */
  readonly tsconfig?: string;
  /**
   * From what the router is read: its schemas at run time, its types, or both. `types` never runs the application;
   * `schemas` needs no compiler, and knows only the outputs that have a schema.
   *
   * @default 'both'
   */
  readonly read?: 'both' | 'schemas' | 'types';
  /** TypeScript 7 (`native`), TypeScript 6 (`classic`, several times slower), or whichever can be started. @default 'auto' */
  readonly compiler?: 'auto' | 'native' | 'classic';
  /** How long the import of the router may take, in milliseconds. @default 20000 */
  readonly importTimeoutMs?: number;
  /** Arguments for the Node that imports the router, such as `--conditions=development`. @default none */
  readonly nodeArguments?: readonly string[];
  /** Whether a type that cannot be expressed is `unknown` to clients, instead of an error. @default false */
  readonly allowUnknown?: boolean;
  /** The name of the generated package. @default the name in its package.json, or that of its folder */
  readonly packageName?: string;
  /** Whether a type that only its name tells apart keeps that name. @default 'keep' */
  readonly brands?: 'keep' | 'strip';
  /** Whether an enum is an object of its members and the union of their values, or that union alone. @default 'const' */
  readonly enums?: 'const' | 'literal';
  /** Whether there is an entry for tRPC's own clients. @default true */
  readonly trpc?: boolean;
  /** Whether there is an entry for TanStack Query. @default true */
  readonly tanstack?: boolean;
  /** Whether there is an entry with validators, which needs zod. @default false */
  readonly validators?: boolean;
  /** Whether `dist` is made of the sources, so that the package needs no build of its own. @default true */
  readonly compile?: boolean;
  /** Whether there are OpenRPC, AsyncAPI and JSON Schema documents and a reference. @default true */
  readonly documents?: boolean;
  /** The title of the documents. @default the package's name */
  readonly title?: string;
  /** The version in the documents. @default the contract's hash */
  readonly version?: string;
  /** What the API is there for, in Markdown, for the documents. */
  readonly description?: string;
  /** Where the server is reached, such as `wss://api.example.org/rpc`, for the documents. */
  readonly url?: string;
  /** The name of a Python package to make in the folder `python`. @default false */
  readonly python?: string | false;
}
