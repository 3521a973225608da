import type { Limits } from '../limits.js';
import { isJsonRecord } from '../record.js';
import type { Resumed, Welcome } from '../server-message.js';

// A JSON-RPC response does not say which request it answers but by its id, so the client, who knows, asks for the form.

// {"output":{"id":7}}
/** The output in the result of a query or mutation; undefined when the procedure gave none. */
export function readOutput(result: unknown): unknown {
  return isJsonRecord(result) ? result['output'] : undefined;
}

// {"parts":2}
/** How many pieces went ahead with the output; undefined when the result holds the output itself. */
export function readPartCount(result: unknown): number | undefined {
  const parts = isJsonRecord(result) ? result['parts'] : undefined;
  return typeof parts === 'number' ? parts : undefined;
}

// {"output":{"id":7},"replayed":true}
/** Whether an earlier sending of the same mutation was given this answer. */
export function isReplayed(result: unknown): boolean {
  return isJsonRecord(result) && result['replayed'] === true;
}

// {"expiresInMs":900000}
/** Milliseconds until credentials end, in the welcome or the answer to `rpc.auth`; undefined when they do not. */
export function readExpiry(result: unknown): number | undefined {
  const expiresInMs = isJsonRecord(result) ? result['expiresInMs'] : undefined;
  return typeof expiresInMs === 'number' && expiresInMs >= 0 ? expiresInMs : undefined;
}

// {"subscription":17,"cursor":"k3Jd82hQ.0","resumed":"fresh"}
/** The number, position and beginning in the result of a subscribe; undefined when the result is something else. */
export function readSubscribed(
  result: unknown,
): { subscription: number; cursor: string | undefined; resumed: Resumed } | undefined {
  if (!isJsonRecord(result)) return undefined;
  const { subscription, cursor, resumed } = result;
  if (typeof subscription !== 'number') return undefined;
  return {
    subscription,
    cursor: typeof cursor === 'string' ? cursor : undefined,
    resumed: resumed === 'recovered' || resumed === 'gap' ? resumed : 'fresh',
  };
}

// {"server":{"name":"shop","version":"1.0.0"},"limits":{"maxMessageBytes":1048576},"features":["parts"],"epoch":"p7Qd","expiresInMs":900000}
/** The result of `rpc.hello`; undefined when the other side is not a Trunkline server. */
export function readWelcome(result: unknown): Welcome | undefined {
  if (!isJsonRecord(result)) return undefined;
  const { server, limits, features, epoch } = result;
  if (!isJsonRecord(server) || typeof server['name'] !== 'string' || typeof server['version'] !== 'string')
    return undefined;
  return {
    server: { name: server['name'], version: server['version'] },
    limits: readLimits(limits),
    features: Array.isArray(features) ? features.filter((feature) => typeof feature === 'string') : [],
    epoch: typeof epoch === 'string' ? epoch : undefined,
    expiresInMs: readExpiry(result),
  };
}

function readLimits(value: unknown): Partial<Limits> {
  if (!isJsonRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, limit]) => typeof limit === 'number'));
}
