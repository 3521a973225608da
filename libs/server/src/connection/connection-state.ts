import type { ClientMessage, PayloadForm } from '@trunkline/protocol';
import type { ErrorReport } from '../router/error-report.js';
import type { RouterCodecs } from '../router/router-codecs.js';

/** What is known of a peer once it has said who it is. */
export interface Session {
  /** What `createContext` made: one for the whole connection. */
  readonly context: unknown;
  readonly codecs: RouterCodecs;
  readonly payload: PayloadForm;
  /** Whether the client takes a long output in pieces. */
  readonly takesParts: boolean;
  /** The hash of the contract that the client was generated from; null where it has not said. */
  readonly contract: string | null;
}

/** Where a connection stands. It only ever moves downwards in this list. */
export type ConnectionState =
  /** It waits for the first message: `rpc.hello`, or a stock client's connection params. */
  | { readonly name: 'greeting' }
  /** Its context is being made. */
  | { readonly name: 'preparing' }
  | { readonly name: 'ready'; readonly session: Session }
  /** Its context could not be made: what had come before is answered with that error. */
  | { readonly name: 'refusing'; readonly report: ErrorReport; readonly session: Session }
  /** A last message is on its way; whatever still comes is dropped. */
  | { readonly name: 'closing' }
  | { readonly name: 'closed' };

/** What to do with a message in a state. */
export type Reception = 'greet' | 'handle' | 'wait' | 'deny' | 'violate' | 'drop';

/** Decides about a message by the state alone. Calls may follow a hello in the same breath, so they wait, not fail. */
export function decideReception(state: ConnectionState, message: ClientMessage['type']): Reception {
  switch (state.name) {
    case 'greeting':
      if (message === 'hello') return 'greet';
      return message === 'ping' || message === 'pong' ? 'handle' : 'wait';
    case 'preparing':
      if (message === 'hello') return 'violate';
      return message === 'ping' || message === 'pong' ? 'handle' : 'wait';
    case 'ready':
      return message === 'hello' ? 'violate' : 'handle';
    case 'refusing':
      return 'deny';
    case 'closing':
    case 'closed':
      return 'drop';
  }
}
