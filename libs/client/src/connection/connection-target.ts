import type { ConnectionParams } from '@trunkline/protocol';

/** Where to connect and what to hand over there: as they are, or asked for anew for each connection. */
export interface TargetSettings {
  readonly url: string | (() => string | Promise<string>);
  readonly connectionParams: ConnectionParams | (() => ConnectionParams | Promise<ConnectionParams>);
}

export interface ConnectionTarget {
  readonly address: string;
  readonly params: ConnectionParams;
}

/** Asks for what is a function. Rejects with what such a function throws. */
export async function resolveTarget({ url, connectionParams }: TargetSettings): Promise<ConnectionTarget> {
  return {
    address: typeof url === 'function' ? await url() : url,
    params: typeof connectionParams === 'function' ? await connectionParams() : connectionParams,
  };
}
