import type { CallId } from '../call-id.js';
import type { ClientIdentity, Hello } from '../client-message.js';
import { parseConnectionParams } from '../connection-params.js';
import { isJsonRecord, type JsonRecord } from '../record.js';
import { type Violation, violation } from '../violation.js';
import { isName, MAX_NAME_CHARACTERS } from './member-form.js';

/** More features than this no client can know. */
const MAX_FEATURES = 64;

/** Reads the params of `rpc.hello`. Every member may be left out; one of a wrong form is refused, but for `client`, which decides nothing. */
export function decodeHello(id: CallId, params: unknown): Hello | Violation {
  if (!isJsonRecord(params)) return violation(id, 'INVALID_PARAMS', 'The params of rpc.hello are not an object.');
  const { client, payload, features, contract } = params;
  if (payload !== undefined && payload !== 'json' && payload !== 'transformed') {
    return violation(id, 'INVALID_PARAMS', 'The member payload is neither "json" nor "transformed".');
  }
  if (features !== undefined && !isNameList(features)) {
    return violation(id, 'INVALID_PARAMS', `The member features is not a list of at most ${MAX_FEATURES} names.`);
  }
  if (contract !== undefined && !isName(contract)) {
    return violation(
      id,
      'INVALID_PARAMS',
      `The member contract is not a string of at most ${MAX_NAME_CHARACTERS} characters.`,
    );
  }
  const connectionParams = parseConnectionParams(params['connectionParams']);
  if (!connectionParams.ok) return violation(id, 'INVALID_PARAMS', connectionParams.message);
  return {
    type: 'hello',
    id,
    client: isJsonRecord(client) ? identityOf(client) : {},
    payload: payload ?? 'json',
    features: features ?? [],
    connectionParams: connectionParams.params,
    contract,
  };
}

function identityOf(client: JsonRecord): ClientIdentity {
  const { name, version, instance } = client;
  // An object that is put together gets a shape of its own, which is larger than the object and stays as long as the connection.
  if (isName(name) && isName(version) && isName(instance)) return { name, version, instance };
  return {
    ...(isName(name) && { name }),
    ...(isName(version) && { version }),
    ...(isName(instance) && { instance }),
  };
}

function isNameList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_FEATURES && value.every(isName);
}
