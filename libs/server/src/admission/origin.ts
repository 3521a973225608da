import type { IncomingMessage } from 'node:http';

/**
 * Which web pages may connect: those of the same origin only, those of a list of origins in addition, or any. Requests
 * without an `Origin` header come from no page and pass.
 */
export type OriginPolicy = 'same-origin' | 'any' | readonly string[];

/**
 * Whether the page that asks for the upgrade may connect. Browsers send cookies with a WebSocket to any host and do not
 * ask first, so a page of somebody else could speak in the name of its reader (RFC 6455, section 10.2).
 */
export function isOriginAllowed(request: IncomingMessage, policy: OriginPolicy): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || policy === 'any') return true;
  if (URL.canParse(origin) && new URL(origin).host === host) return true;
  return policy !== 'same-origin' && policy.includes(origin);
}
