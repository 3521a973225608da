/** How the TypeScript package that a contract is made into looks. */
export interface TypescriptOptions {
  /** The name in its package.json. */
  readonly packageName: string;
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
}
