import type { Limits } from '../limits.js';
import { isJsonRecord } from '../record.js';
import type { Resumed, Welcome } from '../server-message.js';

// A JSON-RPC response does not say which request it answers but by its id, so the client, who knows, asks for the form.

// {"output":{"id":7}}
/** The output in the result of a query or mutation; undefined when the procedure gave none. */
export function readOutput(result: unknown): unknown {
  return isJsonRecord(result) ? result['output'] : undefined;
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

// {"server":{"name":"shop","version":"1.0.0"},"limits":{"maxMessageBytes":1048576},"features":[]}
/** The result of `rpc.hello`; undefined when the other side is not a Trunkline server. */
export function readWelcome(result: unknown): Welcome | undefined {
  if (!isJsonRecord(result)) return undefined;
  const { server, limits, features } = result;
  if (!isJsonRecord(server) || typeof server['name'] !== 'string' || typeof server['version'] !== 'string')
    return undefined;
  return {
    server: { name: server['name'], version: server['version'] },
    limits: readLimits(limits),
    features: Array.isArray(features) ? features.filter((feature) => typeof feature === 'string') : [],
  };
}

function readLimits(value: unknown): Partial<Limits> {
  if (!isJsonRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([, limit]) => typeof limit === 'number'));
}
