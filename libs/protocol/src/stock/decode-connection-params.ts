import type { Hello, Ping, Pong } from '../client-message.js';
import { parseConnectionParams } from '../connection-params.js';
import { isJsonRecord } from '../record.js';
import { type Violation, violation } from '../violation.js';

/**
 * Reads the first message of a stock client whose URL says `connectionParams=1`: whatever its method, it is taken for
 * the params, as tRPC's own server does. {"method":"connectionParams","data":{"token":"secret"}}
 */
export function decodeStockConnectionParams(text: string): Hello | Ping | Pong | Violation {
  if (text === 'PING') return { type: 'ping', id: null };
  if (text === 'PONG') return { type: 'pong' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return violation(null, 'PARSE_ERROR', 'The connection params are not JSON.');
  }
  const data = parseConnectionParams(isJsonRecord(parsed) ? parsed['data'] : parsed);
  if (!data.ok) return violation(null, 'PARSE_ERROR', data.message);
  return { type: 'hello', id: null, client: {}, payload: 'transformed', features: [], connectionParams: data.params };
}
