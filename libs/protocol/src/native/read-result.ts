import { memberOf, numberOf, stringOf } from '../record.js';
import type { Resumed, Welcome } from '../server-message.js';

// A JSON-RPC response does not say which request it answers but by its id, so the client, who knows, asks for the form.

// {"output":{"id":7}}
/** The output in the result of a query or mutation; undefined when the procedure gave none. */
export function readOutput(result: unknown): unknown {
  return memberOf(result, 'output');
}

// {"parts":2}
/** How many pieces went ahead with the output; undefined when the result holds the output itself. */
export function readPartCount(result: unknown): number | undefined {
  return numberOf(result, 'parts');
}

// {"output":{"id":7},"replayed":true}
/** Whether an earlier sending of the same mutation was given this answer. */
export function isReplayed(result: unknown): boolean {
  return memberOf(result, 'replayed') === true;
}

// {"expiresInMs":900000}
/** Milliseconds until credentials end, in the welcome or the answer to `rpc.auth`; undefined when they do not. */
export function readExpiry(result: unknown): number | undefined {
  const expiresInMs = numberOf(result, 'expiresInMs');
  return expiresInMs !== undefined && expiresInMs >= 0 ? expiresInMs : undefined;
}

// {"subscription":17,"cursor":"k3Jd82hQ.0","resumed":"fresh"}
/** The number, position and beginning in the result of a subscribe; undefined when the result is something else. */
export function readSubscribed(
  result: unknown,
): { subscription: number; cursor: string | undefined; resumed: Resumed } | undefined {
  const subscription = numberOf(result, 'subscription');
  const resumed = memberOf(result, 'resumed');
  return subscription === undefined
    ? undefined
    : {
        subscription,
        cursor: stringOf(result, 'cursor'),
        resumed: resumed === 'recovered' || resumed === 'gap' ? resumed : 'fresh',
      };
}

// {"server":{"name":"shop","version":"1.0.0"},"contract":"hR3v9Qm0x1TtZ8aLkWc2Yg"}
/** The hash of the server's contract in a welcome; undefined where it tells none, or the result is something else. */
export function readContract(result: unknown): string | undefined {
  return stringOf(result, 'contract');
}

// {"server":{"name":"shop","version":"1.0.0"},"limits":{"maxMessageBytes":1048576},"features":["parts"],"epoch":"p7Qd","expiresInMs":900000}
/** What a client keeps of the result of `rpc.hello`; undefined when the other side is not a Trunkline server. */
export function readWelcome(result: unknown): Pick<Welcome, 'limits' | 'epoch' | 'expiresInMs'> | undefined {
  const server = memberOf(result, 'server');
  if (stringOf(server, 'name') === undefined || stringOf(server, 'version') === undefined) return undefined;
  const maxMessageBytes = numberOf(memberOf(result, 'limits'), 'maxMessageBytes');
  return {
    limits: maxMessageBytes === undefined ? {} : { maxMessageBytes },
    epoch: stringOf(result, 'epoch'),
    expiresInMs: readExpiry(result),
  };
}
