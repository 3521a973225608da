import type { ConnectionParts, ConnectionService } from '../connection/connection-parts.js';
import { Authority, type AuthorityHost } from './authority.js';
import { readStanding } from './read-standing.js';

const CONTEXT_ORIGIN = { path: undefined, kind: 'unknown', input: undefined, context: undefined } as const;

/** The authority of a connection, put together from what its server and its socket bring. */
export function createAuthority(host: AuthorityHost, service: ConnectionService, parts: ConnectionParts): Authority {
  const { clock, errors, authority, expiryWarningMs, contextTimeoutMs } = service;
  return new Authority(host, {
    clock,
    dialect: parts.dialect,
    expiryWarningMs,
    contextTimeoutMs,
    knowsPrincipals: authority.principal !== undefined,
    readStanding: (context) => readStanding(authority, context),
    createContext: (connectionParams, abortion) => parts.createContext(connectionParams, abortion),
    report: (thrown) => errors.report(thrown, CONTEXT_ORIGIN, parts.request),
    refuse: (key, message) => errors.refuse(key, message),
  });
}
