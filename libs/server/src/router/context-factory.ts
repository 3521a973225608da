import type { ConnectionParams } from '@trunkline/protocol';
import type { CreateContextOptions } from './context-options.js';

/** What a context is made of. */
export interface ContextSource {
  readonly req: CreateContextOptions['req'];
  readonly res: CreateContextOptions['res'];
  readonly url: URL;
}

/** Makes the context of a connection with the application's function, handing over what tRPC's own adapter would. */
export class ContextFactory {
  readonly #createContext: ((options: CreateContextOptions) => unknown) | undefined;

  constructor(createContext: ((options: CreateContextOptions) => unknown) | undefined) {
    this.#createContext = createContext;
  }

  /** @returns the context or a promise of it; throws or rejects with what the application's function does. */
  create(
    source: ContextSource,
    connectionParams: ConnectionParams,
    abortion: { readonly signal: AbortSignal },
  ): unknown {
    if (this.#createContext === undefined) return {};
    const { req, res, url } = source;
    const info: CreateContextOptions['info'] = {
      connectionParams,
      calls: [],
      isBatchCall: false,
      accept: null,
      type: 'unknown',
      // Made when it is looked at: it would stay for as long as the connection does.
      get signal() {
        return abortion.signal;
      },
      url,
    };
    return this.#createContext({ req, res, info });
  }
}
