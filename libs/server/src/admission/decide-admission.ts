import type { IncomingMessage } from 'node:http';
import { CLOSE_CODES } from '@trunkline/protocol';
import { isOriginAllowed, type OriginPolicy } from './origin.js';
import { chooseDialect, type UpgradeRequest } from './read-upgrade.js';

/** What becomes of a peer that asks for a socket. */
export type Admission =
  | { readonly name: 'admitted'; readonly dialect: 'native' | 'stock' }
  /** The socket opens only to be closed with this code, because a page cannot see an HTTP status. */
  | { readonly name: 'closed'; readonly code: number; readonly reason: string };

/** Decides about an upgrade that makes sense and has the right path. */
export function decideAdmission(
  upgrade: UpgradeRequest,
  request: IncomingMessage,
  server: { readonly origins: OriginPolicy; readonly isClosing: boolean },
): Admission {
  if (server.isClosing) return closed('restarting', 'the server is stopping');
  const dialect = chooseDialect(upgrade.subprotocols);
  if (dialect === undefined) return closed('versionUnsupported', 'this server speaks trunkline.v1');
  if (isOriginAllowed(request, server.origins)) return { name: 'admitted', dialect };
  return closed('originRefused', `the origin ${request.headers.origin} is not listed (option origins)`);
}

function closed(name: keyof typeof CLOSE_CODES, reason: string): Admission {
  return { name: 'closed', code: CLOSE_CODES[name].code, reason };
}
