import type { IncomingMessage } from 'node:http';
import { NATIVE_SUBPROTOCOL } from '@trunkline/protocol';

/** What an upgrade request asks for. */
export interface UpgradeRequest {
  readonly url: URL;
  /** Whether a stock client will send connection params first. */
  readonly hasConnectionParams: boolean;
  /** The subprotocols offered, in the client's order (RFC 6455, section 4.1). */
  readonly subprotocols: readonly string[];
}

/**
 * Reads the head of an upgrade. Its path and Host are the peer's words and may make no URL: then the answer is
 * undefined, because a throw here would be a throw in an event listener.
 */
export function readUpgrade(request: IncomingMessage): UpgradeRequest | undefined {
  const { host, 'sec-websocket-protocol': offered } = request.headers;
  const target = request.url ?? '/';
  // A target such as "//" would make the first segment of the path a host.
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  if (host !== undefined && !HOST_PATTERN.test(host)) return undefined;
  const url = parseUrl(`http://${host ?? 'localhost'}${target}`);
  if (url === undefined) return undefined;
  return {
    url,
    hasConnectionParams: url.searchParams.get('connectionParams') === '1',
    subprotocols: offered === undefined ? [] : offered.split(',').map((name) => name.trim()),
  };
}

// An empty Host would make the first segment of the path a host, and one with a path of its own would hide the target.
const HOST_PATTERN = /^[^\s/\\?#@]+$/;

/** Which dialect a client asks for; undefined when it asks for a version of ours that this server does not speak. */
export function chooseDialect(subprotocols: readonly string[]): 'native' | 'stock' | undefined {
  if (subprotocols.includes(NATIVE_SUBPROTOCOL)) return 'native';
  return subprotocols.some((name) => name.startsWith('trunkline.')) ? undefined : 'stock';
}

/** The subprotocol to select: ours when offered, else the first, as `ws` does by itself. */
export function selectSubprotocol(subprotocols: readonly string[]): string | undefined {
  return subprotocols.includes(NATIVE_SUBPROTOCOL) ? NATIVE_SUBPROTOCOL : subprotocols[0];
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
