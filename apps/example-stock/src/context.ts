import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';

export interface Context {
  readonly user: string | null;
}

const usersByToken: Readonly<Record<string, string>> = { 'token-of-ada': 'Ada', 'token-of-grace': 'Grace' };

export function createContext({ info }: CreateWSSContextFnOptions): Context {
  return { user: usersByToken[info.connectionParams?.['token'] ?? ''] ?? null };
}
