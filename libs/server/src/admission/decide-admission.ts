import type { IncomingMessage } from 'node:http';
import { CLOSE_CODES } from '@trunkline/protocol';
import { isOriginAllowed, type OriginPolicy } from './origin.js';
import { chooseDialect, type UpgradeRequest } from './read-upgrade.js';

/** What becomes of a peer that asks for a socket. */
export type Admission =
  | { readonly name: 'admitted'; readonly dialect: 'native' | 'stock' }
  /** The socket opens only to be closed with this code, because a page cannot see an HTTP status. */
  | { readonly name: 'closed'; readonly code: number; readonly reason: string };

/** What an admission depends on beside the request. */
export interface AdmissionState {
  readonly origins: OriginPolicy;
  readonly isClosing: boolean;
  /** Whether the address of the peer has as many connections as it may. */
  readonly isFull: boolean;
  readonly maxConnectionsPerAddress: number;
}

/** Decides about an upgrade that makes sense and has the right path. */
export function decideAdmission(upgrade: UpgradeRequest, request: IncomingMessage, server: AdmissionState): Admission {
  const dialect = chooseDialect(upgrade.subprotocols);
  // Calls that a native client sent with its hello did not run, and it may be told so.
  if (server.isClosing) return closed(dialect === 'native' ? 'drained' : 'restarting', 'the server is stopping');
  if (dialect === undefined) return closed('versionUnsupported', 'this server speaks trunkline.v1');
  if (!isOriginAllowed(request, server.origins)) {
    return closed('originRefused', `the origin ${request.headers.origin} is not listed (option origins)`);
  }
  if (!server.isFull) return { name: 'admitted', dialect };
  const limit = `${server.maxConnectionsPerAddress} connections (option maxConnectionsPerAddress)`;
  return closed('tooManyConnections', `this address has its ${limit}`);
}

function closed(name: keyof typeof CLOSE_CODES, reason: string): Admission {
  return { name: 'closed', code: CLOSE_CODES[name].code, reason };
}
