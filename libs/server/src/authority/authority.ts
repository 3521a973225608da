import { type Authenticate, type Cancel, CLOSE_CODES, type Hello } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ReplyTo, ServerDialect } from '../dialect/server-dialect.js';
import { LazySignal } from '../dispatch/lazy-signal.js';
import type { ErrorReport } from '../router/error-report.js';
import { Credentials, type Standing } from './credentials.js';

/** What an authority does to its connection. */
export interface AuthorityHost {
  /** As it is now; the context of it is what the next call gets. */
  readonly session: Session;
  readonly outbox: { send(frame: string): void };
  close(code: number, reason: string): void;
  /** From now on calls get this context. What runs keeps its own, and subscriptions have to find favour with it. */
  renewed(context: unknown): void;
}

/** What an authority asks of its server. */
export interface AuthorityParts {
  readonly clock: ServerClock;
  readonly dialect: ServerDialect;
  readonly expiryWarningMs: number;
  readonly contextTimeoutMs: number;
  /** Whether anybody can tell whose credentials are whose: otherwise they cannot be exchanged for others. */
  readonly knowsPrincipals: boolean;
  /** Asks the application who is behind a context; throws what it throws. */
  readonly readStanding: (context: unknown) => Standing;
  readonly createContext: (params: Hello['connectionParams'], abortion: { readonly signal: AbortSignal }) => unknown;
  /** What may be told of something that the application threw. */
  readonly report: (thrown: unknown) => ErrorReport;
  readonly refuse: (
    key: 'UNAUTHORIZED' | 'FORBIDDEN' | 'METHOD_NOT_FOUND' | 'TOO_MANY_REQUESTS' | 'TIMEOUT',
    message: string,
  ) => ErrorReport;
}

/** Who one connection speaks for: watches the end of its credentials, and exchanges them on the live socket. */
export class Authority {
  readonly #host: AuthorityHost;
  readonly #parts: AuthorityParts;
  readonly #credentials: Credentials;
  #exchange: LazySignal | undefined;
  /** Belongs to the context that is in use, and aborts when the connection is gone. */
  #abortion: LazySignal | undefined;

  constructor(host: AuthorityHost, parts: AuthorityParts) {
    this.#host = host;
    this.#parts = parts;
    const { code } = CLOSE_CODES.credentialsExpired;
    this.#credentials = new Credentials(parts.clock, parts.expiryWarningMs, {
      expiring: (inMs) => {
        const frame = parts.dialect.expiring(inMs);
        if (frame !== undefined) host.outbox.send(frame);
      },
      expired: () => host.close(code, 'the credentials have expired (option expiresAt)'),
    });
  }

  get principal(): string | null {
    return this.#credentials.standing.principal;
  }

  get expiresInMs(): number | undefined {
    return this.#credentials.expiresInMs;
  }

  /** The connection has its first context. */
  begin(standing: Standing): void {
    this.#credentials.renew(standing);
  }

  /** The client shows other credentials. Those that it had stay until the new ones have been found good. */
  async authenticate(message: Authenticate, sink: ReplySink): Promise<void> {
    const { knowsPrincipals, refuse } = this.#parts;
    if (!knowsPrincipals) {
      const why = 'Credentials cannot be exchanged here: the server has no option principal.';
      return this.#fail(message, refuse('METHOD_NOT_FOUND', why), sink);
    }
    if (this.#exchange !== undefined) {
      return this.#fail(message, refuse('TOO_MANY_REQUESTS', 'Another rpc.auth has no answer yet; wait for it.'), sink);
    }
    const exchange = new LazySignal();
    this.#exchange = exchange;
    const outcome = await this.#tryOut(message, exchange);
    // The connection went meanwhile, and the context with it.
    if (this.#exchange !== exchange) return exchange.abort();
    this.#exchange = undefined;
    if ('key' in outcome) {
      exchange.abort();
      return this.#fail(message, outcome, sink);
    }
    this.#abortion = exchange;
    this.#credentials.renew(outcome.standing);
    sink.answer(this.#parts.dialect.authenticated(replyTo(message), this.expiresInMs));
    this.#host.renewed(outcome.context);
  }

  /** The connection is gone. */
  stop(): void {
    this.#credentials.stop();
    this.#abortion?.abort();
    this.#exchange?.abort();
    this.#exchange = undefined;
  }

  async #tryOut(
    message: Authenticate,
    exchange: LazySignal,
  ): Promise<ErrorReport | { readonly context: unknown; readonly standing: Standing }> {
    const { clock, contextTimeoutMs, refuse, report, readStanding, createContext } = this.#parts;
    let cancel: Cancel = () => undefined;
    const late = new Promise<ErrorReport>((resolve) => {
      cancel = clock.schedule(contextTimeoutMs, () =>
        resolve(refuse('TIMEOUT', `The context was not made in ${contextTimeoutMs} ms (option contextTimeoutMs).`)),
      );
    });
    try {
      const made = Promise.resolve(createContext(message.connectionParams, exchange)).then((context) => ({ context }));
      const first = await Promise.race([made, late]);
      if ('key' in first) {
        made.catch(() => undefined);
        return first;
      }
      const standing = readStanding(first.context);
      if (standing.principal !== this.principal) {
        return refuse('FORBIDDEN', 'These are the credentials of somebody else; open another connection for them.');
      }
      const hasExpired = standing.expiresAt !== null && standing.expiresAt <= clock.now();
      return hasExpired ? refuse('UNAUTHORIZED', 'These credentials have expired.') : { ...first, standing };
    } catch (thrown) {
      return report(thrown);
    } finally {
      cancel();
    }
  }

  #fail(message: Authenticate, report: ErrorReport, sink: ReplySink): void {
    const { codecs, payload } = this.#host.session;
    sink.answer(this.#parts.dialect.failure(replyTo(message), report, codecs, payload));
  }
}

function replyTo({ id }: Authenticate): ReplyTo {
  return { id, echoesJsonrpc: true };
}
